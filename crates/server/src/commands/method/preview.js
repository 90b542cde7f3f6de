// Reloads the page when the pack changes: asks once a second, only while the page is in sight.
let known = null;
setInterval(async () => {
  if (document.hidden) return;
  try {
    const now = await (await fetch("/version")).text();
    if (known !== null && now !== known) location.reload();
    known = now;
  } catch { /* the preview was stopped */ }
}, 1000);
