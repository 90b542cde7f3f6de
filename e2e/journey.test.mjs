// Case 1 from beginning to end, in the browser, on an empty folder: a firm of 86 describes a tool that predicts working
// times, invites, asks the people who do the work, sees where views differ, answers, writes, adopts, and takes it all away.
// Each test goes on where the one before it stopped.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, field, fill, follow, held, isRefused, path, press, reaches, stop, takeFaults, words } from './acts.mjs';
import * as story from './case.mjs';
import { assertFocusVisible, audit, expectError, screenshot, start, tabTo } from './harness.mjs';

const A_WHILE = { timeout: 120_000 };

let app;
/** The people, each in a browser of their own. */
const people = {};
/** Where things are, as they come to be. */
const at = {};

before(async () => {
  app = await start();
});
after(() => app?.stop());

let stopped;
/** A test that needs all those before it. */
function then(name, act) {
  test(name, A_WHILE, async (t) => {
    if (stopped) return t.skip(`“${stopped}” failed`);
    try {
      await act();
    } catch (error) {
      stopped = name;
      throw error;
    } finally {
      const faults = takeFaults();
      assert.equal(faults.length, 0, faults.join('\n'));
    }
  });
}

then('a stranger describes a project without an account, question by question', async () => {
  const page = (people.management = await app.page());
  await page.goto('/');
  await follow(page, 'Décrire un projet');
  await stop(page, 'describe-start', { heading: /Décrire un projet/, act: 'Commencer' });
  await follow(page, 'Commencer');

  for (const [number, { title, answers }] of story.QUESTIONS.entries()) {
    assert.equal(await words(page, 'h1'), title);
    await stop(page, `describe-${number + 1}`, { act: number + 1 < story.QUESTIONS.length ? 'Continuer' : 'Voir le résultat' });
    if (number === 1) await refusesAHeadcountInLetters(page);
    await fill(page, answers);
    if (number === 3) await goesBackWithoutLoss(page);
    await press(page, /^(Continuer|Voir le résultat)$/);
  }
  assert.equal(await words(page, 'h1'), 'Ce que votre projet demande');
});

async function refusesAHeadcountInLetters(page) {
  await fill(page, { 'Qui est l’employeur ?': 'Une entreprise', 'Combien de personnes y travaillent ?': 'quatre-vingt-six' });
  await isRefused(page, 'Continuer', 'Combien de personnes y travaillent ?', /nombre/i);
  await auditAtBothWidths(page, 'describe-refused');
}

/** From a question that is filled but not sent, back to the one before, and forth again. */
async function goesBackWithoutLoss(page) {
  const here = page.url();
  const filled = await held(page);
  await press(page, 'Retour');
  assert.notEqual(page.url(), here);
  await press(page, 'Continuer');
  assert.equal(page.url(), here);
  assert.deepEqual(await held(page), filled, 'what was chosen before going back is lost');
}

then('the last screen says what the law asks, who to invite, and the shortest path in minutes', async () => {
  const page = people.management;
  await stop(page, 'describe-result', { act: 'Garder et inviter' });
  const said = await words(page);
  for (const part of ['Ce que la loi demande', 'Qui inviter', 'Le chemin le plus court']) assert.ok(said.includes(part), part);
  const folded = await page.locator('main').textContent();
  for (const article of ['L2312-8', 'L2312-14']) assert.ok(folded.includes(article), article);
  assert.ok(/\d+ min/.test(said), 'no minutes');
});

then('saving it opens the organisation, with its first member inside', async () => {
  const page = people.management;
  await follow(page, 'Garder et inviter');
  await stop(page, 'describe-save', { act: 'Garder et inviter' });
  await fill(page, { ...story.FOUNDER, 'Votre adresse électronique': 'sylvie.marchal' });
  await isRefused(page, 'Garder et inviter', 'Votre adresse électronique', /adresse/i);
  await fill(page, story.FOUNDER);
  await press(page, 'Garder et inviter');
  at.people = path(page);
  assert.match(at.people, /^\/structures\/[0-9a-f]{32}\/personnes$/);
  assert.ok((await words(page)).includes('Sylvie Marchal'));
});

then('staff representatives and the technical party are invited; each enters by the link on the console', async () => {
  const page = people.management;
  for (const [who, person] of Object.entries(story.INVITED)) {
    await fill(page, person);
    if (who === 'elected') await stop(page, 'people', { heading: /Les personnes/, act: 'Inviter' });
    await press(page, 'Inviter');
    assert.ok((await words(page)).includes('Le lien est parti.'));
    people[who] = await entersByLink(await app.nextLink());
  }
  await people.elected.goto(at.people);
  assert.ok((await words(people.elected)).includes('Thomas Keller'));
});

async function entersByLink(link) {
  const page = await app.page();
  at.link = link;
  await page.goto(link);
  await stop(page, 'link', { heading: /Entrer/, act: 'Entrer' });
  await press(page, 'Entrer');
  await stop(page, 'projects', { act: story.PROJECT });
  return page;
}

then('a link enters once, and says then what to do', async () => {
  const page = await app.page();
  expectError(page, /status of 410/);
  const answer = await page.goto(at.link);
  assert.equal(answer.status(), 410);
  await stop(page, 'link-used', { act: 'Recevoir un nouveau lien' });
});

then('the thread of a new project says what to do first', async () => {
  const page = people.elected;
  await follow(page, 'Projets');
  await follow(page, story.PROJECT);
  at.project = path(page).replace(/\/fil$/, '');
  await stop(page, 'thread-new', { heading: new RegExp(story.PROJECT), act: /Préparer un diagnostic/ });
});

then('staff representatives prepare a campaign, after a group too few was refused', async () => {
  const page = people.elected;
  await page.goto(`${at.project}/diagnostics`);
  await stop(page, 'campaigns-none', { heading: /Diagnostics/, act: 'Préparer un auto-diagnostic' });
  await follow(page, 'Préparer un auto-diagnostic');
  await fill(page, { Titre: story.CAMPAIGN, 'Réponses jusqu’au': story.dayIn(10) });
  for (const { party, name, people: count } of story.GROUPS) {
    await page.locator(`[name=people-${party}]`).fill(String(count));
    await page.locator(`[name=label-${party}]`).fill(name);
  }
  await field(page, 'Seuil de diffusion').fill('3');
  await isRefused(page, 'Proposer cette campagne', 'Seuil de diffusion', /5/);
  await auditAtBothWidths(page, 'campaign-refused');
  await field(page, 'Seuil de diffusion').fill('5');
  await reaches(page, 'Proposer cette campagne');
  await press(page, 'Proposer cette campagne');
  at.campaign = path(page);
  await stop(page, 'campaign-proposed', { act: 'Tourner notre clé pour ouvrir' });
});

then('one key does not open it, two do', async () => {
  const { elected, management, technical } = people;
  await press(elected, 'Tourner notre clé pour ouvrir');
  assert.ok((await words(elected)).includes('Votre clé est tournée.'));
  await stop(elected, 'campaign-one-key', {});

  await technical.goto(at.campaign);
  assert.equal(await technical.getByRole('button', { name: /clé/ }).count(), 0, 'the technical party holds no key');

  await management.goto(at.campaign);
  await stop(management, 'campaign-second-key', { act: 'Tourner notre clé et ouvrir la campagne' });
  await press(management, 'Tourner notre clé et ouvrir la campagne');
  assert.ok((await words(management)).includes('La campagne est ouverte.'));
});

then('the codes are made and the sheet is printed to be cut out', async () => {
  const page = people.elected;
  await page.goto(at.campaign);
  await stop(page, 'campaign-open', { act: /Faire et imprimer les 22 codes/ });
  await press(page, /Faire et imprimer les 22 codes/);
  at.codes = {};
  for (const { party, people: count } of story.GROUPS) {
    at.codes[party] = await page.locator(`[aria-labelledby=sheet-${party}] .code`).allInnerTexts();
    assert.equal(at.codes[party].length, count, party);
    assert.equal(await page.locator(`[aria-labelledby=sheet-${party}] .codes svg`).count(), count, 'a QR code each');
  }
  await auditAtBothWidths(page, 'codes');
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.getByText('Imprimez maintenant').isVisible()), 'what is for the screen goes to paper');
  assert.ok(await page.locator('.code').first().isVisible());
  await screenshot(page, 'codes-printed');
  await page.emulateMedia({ media: null });
});

then('a worker answers on a phone, without JavaScript', async () => {
  const page = await app.page({ width: 360, javaScript: false });
  const link = `/r/${at.codes.workers[0].replaceAll(/\s/g, '')}`;
  await page.goto(link);
  assert.equal(path(page), '/repondre/debut', 'the code leaves the address at once');
  await auditAsSeen(page, 'answer-begin');
  await follow(page, 'Commencer');
  for (const [i, answer] of story.sheet(story.SEEN.workers.points).entries()) {
    assert.equal(path(page), `/repondre/${i + 1}`);
    if (i === 1) await goesBackToTheFirst(page);
    await press(page, story.SAID[answer]);
  }
  await auditAsSeen(page, 'answer-review');
  await press(page, 'Envoyer ma réponse');
  await auditAsSeen(page, 'answer-thanks');
  assert.match(await words(page, 'h1'), /Merci/);

  expectError(page, /status of 410/);
  const again = await page.goto(link);
  assert.equal(again.status(), 410);
  assert.match(await words(page, 'h1'), /Ce code a déjà servi/);
});

/** What was answered is shown, and can be kept. */
async function goesBackToTheFirst(page) {
  await follow(page, 'Revenir');
  assert.equal(path(page), '/repondre/1');
  await auditAsSeen(page, 'answer-question');
  await press(page, '✓ Oui');
}

/** axe cannot run where JavaScript is off: the same page, with the same cookies, where it is on. */
async function auditAsSeen(page, name) {
  const twin = await app.twin(page, { width: page.viewportSize().width });
  await auditAtBothWidths(twin, name);
  await twin.context().close();
}

then('a worker answers with the keyboard alone', async () => {
  const page = await app.page();
  const enter = () => Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.goto('/repondre');
  await stop(page, 'answer-enter', { heading: /Répondre avec un code/, act: 'Continuer' });
  await page.reload();
  await tabTo(page, 'Votre code');
  await page.keyboard.type(at.codes.workers[1]);
  await enter();
  await tabTo(page, 'Commencer');
  await enter();
  for (const answer of story.sheet(story.SEEN.workers.points)) {
    await tabTo(page, story.SAID[answer], { role: 'button' });
    await assertFocusVisible(page);
    await enter();
  }
  await tabTo(page, 'Envoyer ma réponse');
  await assertFocusVisible(page);
  await enter();
  assert.equal(path(page), '/repondre/merci');
});

then('the other workers, the management and two line managers answer', async () => {
  const page = await app.page();
  await page.goto('/repondre');
  const waiting = {
    workers: at.codes.workers.slice(2),
    management: at.codes.management,
    line_managers: at.codes.line_managers.slice(1),
  };
  for (const [party, codes] of Object.entries(waiting)) {
    const answers = story.sheet(story.SEEN[party].points);
    for (const code of codes) assert.equal(await page.evaluate(answerWith, { code, answers }), '/repondre/merci', party);
  }
});

/** Runs in the page: sends the same forms as the screens do, and says where the last one led. */
async function answerWith({ code, answers }) {
  const post = (to, fields, redirect = 'manual') => fetch(to, { method: 'POST', body: new URLSearchParams(fields), redirect });
  await post('/repondre', { code });
  for (const [i, answer] of answers.entries()) await post(`/repondre/${i + 1}`, { answer });
  return new URL((await post('/repondre/envoyer', {}, 'follow')).url).pathname;
}

then('while it is open, nobody sees a result, and the count is coarse', async () => {
  const page = people.management;
  const answer = await page.goto(`${at.campaign}/resultats`);
  assert.ok(!(await words(page)).includes('Autonomie'), `results are shown before closing (${answer.status()})`);
  await page.goto(at.campaign);
  assert.ok((await words(page)).includes('au moins 20 réponses'), await words(page));
  await stop(page, 'campaign-answered', { act: 'Tourner notre clé pour clore' });
});

then('two keys close it and publish: the largest gap first, the small group withheld', async () => {
  const { management, elected } = people;
  await press(management, 'Tourner notre clé pour clore');
  await elected.goto(at.campaign);
  await press(elected, 'Tourner notre clé, clore et publier');
  at.results = path(elected);
  assert.equal(at.results, `${at.campaign}/resultats`);
  await stop(elected, 'results', { act: /^En faire un constat · Autonomie$/ });

  const rows = elected.locator('section[aria-labelledby=gaps] table').first().locator('tbody tr');
  const criteria = await rows.locator('th').allInnerTexts();
  assert.deepEqual(criteria.slice(0, 3), story.LARGEST_FIRST);
  const gaps = (await rows.locator('td.num').allInnerTexts()).map(Number);
  assert.deepEqual(gaps, [...gaps].sort((a, b) => b - a), 'the largest gap first');

  const said = await words(elected);
  assert.ok(said.includes('Chefs d’équipe : masqué, moins de 5 réponses.'), 'the withheld group is not said');
  assert.ok(said.includes('le nombre total de réponses est masqué'), 'the total would let one subtract it');
});

then('a result becomes a finding', async () => {
  const page = people.elected;
  await follow(page, 'En faire un constat · Autonomie');
  await stop(page, 'finding-new', { act: 'Écrire le constat' });
  await isRefused(page, 'Écrire le constat', 'Le constat', /./);
  await fill(page, story.FINDING);
  await press(page, 'Écrire le constat');
  at.finding = path(page);
  await stop(page, 'finding', { heading: /Point de vigilance/ });
  const said = await words(page);
  assert.ok(said.includes('auto-diagnostic') || said.includes('Autonomie'), 'it does not say where it comes from');
  assert.ok(said.includes('c’est à une autre d’y répondre'), 'its own party could answer it');
});

then('another party answers it, with reasons', async () => {
  const page = people.management;
  await page.goto(at.finding);
  await stop(page, 'finding-to-answer', { act: 'Répondre' });
  await fill(page, { 'Votre réponse': story.ANSWER['Votre réponse'] });
  await isRefused(page, 'Répondre', 'Vos raisons', /./);
  await fill(page, story.ANSWER);
  await press(page, 'Répondre');
  const said = await words(page);
  assert.ok(said.includes(story.ANSWER['Vos raisons']));
});

then('an article is written from the finding', async () => {
  const page = people.elected;
  await page.goto(at.finding);
  await stop(page, 'finding-answered', { act: 'Écrire un article' });
  await follow(page, 'Écrire un article');
  await stop(page, 'clause-new', { act: 'Proposer cet article' });
  await fill(page, { ...story.CLAUSE, Seuil: 'quinze' });
  await isRefused(page, 'Proposer cet article', 'Seuil', /nombre/i);
  await auditAtBothWidths(page, 'clause-refused');
  await fill(page, story.CLAUSE);
  await press(page, 'Proposer cet article');
  at.clause = path(page);
  await stop(page, 'clause', { act: 'Consentir à cet article' });
});

then('each party consents, and the last consent adopts it', async () => {
  const { elected, technical, management } = people;
  for (const page of [elected, technical]) {
    await page.goto(at.clause);
    await press(page, 'Consentir à cet article');
    assert.ok((await words(page)).includes('Votre position est notée'));
  }
  await management.goto(at.clause);
  await stop(management, 'clause-last-consent', { act: 'Consentir à cet article' });
  await press(management, 'Consentir à cet article');
  assert.ok((await words(management)).includes('L’article est adopté.'));
  await stop(management, 'clause-adopted', { act: 'Suivre cet engagement' });
});

then('the commitment, its trigger and its three reviews exist', async () => {
  const page = people.management;
  await follow(page, 'Suivre cet engagement');
  await stop(page, 'follow-up', { heading: /Suivi/, act: /^Relever une valeur/ });
  await follow(page, /^Relever une valeur/);
  at.commitment = path(page);
  await stop(page, 'commitment', { act: 'Enregistrer la valeur' });
  const said = await words(page);
  const { 'Ce à quoi l’on s’engage': what, 'Qui en répond': owner, Indicateur: indicator } = story.CLAUSE;
  for (const part of [what, owner, indicator, 'le retour en arrière est mis à l’ordre du jour']) assert.ok(said.includes(part), part);
  for (const horizon of ['court', 'moyen', 'long']) assert.ok(said.includes(`Bilan à ${horizon} terme`), horizon);
});

then('a value beyond the threshold puts going back on the table', async () => {
  const page = people.technical;
  await page.goto(at.commitment);
  await fill(page, { [story.CLAUSE.Indicateur]: '21' });
  await press(page, 'Enregistrer la valeur');
  assert.ok((await words(page)).includes('Le retour en arrière est à l’ordre du jour'));
  await stop(page, 'commitment-fired', { act: /Voir cette réunion/ });
});

then('the day of the written information brings the legal dates', async () => {
  const page = people.management;
  await page.goto(`${at.project}/obligations`);
  await stop(page, 'obligations', { act: 'Corriger ou compléter les faits' });
  await follow(page, 'Corriger ou compléter les faits');
  const informed = page.locator('[name="project.info_on"]');
  const folded = page.locator('details:not([open])').filter({ has: informed });
  if (await folded.count()) await folded.locator('> summary').click();
  await informed.fill(story.dayIn(0));
  await stop(page, 'obligations-facts', { act: 'Enregistrer les faits' });
  await press(page, 'Enregistrer les faits');
  assert.match(await words(page), /Décision ou usage possible à partir du/);
});

then('the thread shows the whole: events, flags, gaps, what was said and what became of it', async () => {
  const page = people.elected;
  await page.goto(`${at.project}/fil`);
  await stop(page, 'thread', { heading: new RegExp(story.PROJECT), act: /^Préparer/ });
  const drawn = (await page.locator('section[aria-labelledby=thread] svg').allTextContents()).join(' ').replace(/\s+/g, ' ');
  for (const part of ['Social', 'Professionnel', 'Technique', story.CAMPAIGN, 'Échéances', 'aujourd’hui']) assert.ok(drawn.includes(part), part);
  const gaps = await page.locator('section[aria-labelledby=gaps]').textContent();
  for (const criterion of story.LARGEST_FIRST) assert.ok(gaps.includes(criterion), criterion);
  const fates = await words(page, 'section[aria-labelledby=fates]');
  assert.ok(fates.includes('Le temps proposé oublie') && fates.includes('Article 1'), fates);
});

then('the dossier is taken away, as a PDF and as JSON', async () => {
  const page = people.elected;
  await page.goto(`${at.project}/dossier`);
  await stop(page, 'dossier', { act: /PDF/ });
  const files = { PDF: /^application\/pdf/, JSON: /^application\/json/ };
  for (const [name, type] of Object.entries(files)) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const answer = await page.request.get(href);
    assert.equal(answer.status(), 200, href);
    assert.match(answer.headers()['content-type'], type);
    const body = await answer.body();
    if (name === 'PDF') assert.equal(body.subarray(0, 5).toString(), '%PDF-');
    else assert.ok(body.toString().includes(story.PROJECT) && JSON.parse(body.toString()));
  }
});

then('the pages that were only passed by pass the audit too', async () => {
  const page = people.management;
  for (const rest of ['etape', 'espaces', 'espaces/temps', 'constats', 'accords', 'suivi', 'journal']) {
    await page.goto(`${at.project}/${rest}`);
    await auditAtBothWidths(page, rest.replace('/', '-'));
  }
});

then('every page says it in English too', async () => {
  const page = await app.twin(people.management, { lang: 'en' });
  const pages = {
    thread: `${at.project}/fil`,
    results: at.results,
    finding: at.finding,
    'clause-adopted': at.clause,
    commitment: at.commitment,
    people: at.people,
  };
  for (const rest of ['obligations', 'espaces', 'diagnostics', 'diagnostics/nouveau', 'constats', 'constats/nouveau', 'accords', 'suivi', 'dossier', 'journal']) {
    pages[rest.replace('/', '-')] = `${at.project}/${rest}`;
  }
  for (const [name, to] of Object.entries(pages)) {
    await page.goto(to);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en', to);
    await auditAtBothWidths(page, name);
  }
});
