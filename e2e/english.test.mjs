// The same path in English, with the keyboard alone: a stranger describes a project and keeps it, two parties open a
// campaign, a worker answers. Every screen on the way, those behind a form included, passes the audit at both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, path, takeFaults, words } from './acts.mjs';
import { enter, expectError, start, typeIn } from './harness.mjs';

const A_WHILE = { timeout: 180_000 };
const QUESTIONS = [
  ['Your project', { 'What do you call it?': 'Predictive planning of production times', 'What is it for?': 'Estimates machining times and proposes the order of work.' }],
  ['Your organisation', { 'Who is the employer?': 'A company', 'How many people work there?': '86' }],
  ['Since when?', { 'Since when have you been at least 50': 'Since' }],
  ['Who speaks for the staff?', { 'Is there a social and economic committee': 'Yes, it is elected', 'Is there a union with you?': 'Yes, with a union delegate' }],
  ['The tool', { 'Is it artificial intelligence?': 'Yes', 'Is it new with you?': 'Yes', 'Who makes it?': 'A publisher or a supplier' }],
  ['What the tool does', { 'What does it do': ['It predicts, calculates', 'For the rest'] }],
  ['What changes in the work', { 'What will the project change?': ['The trade', 'The organisation'] }],
  ['Information about people', { 'Does the tool use information': 'Yes', 'If so': ['It collects some about employees', 'A supplier hosts it'] }],
  ['Decisions about people', { 'What is the tool used for': ['None of these'] }],
  ['The people concerned', { 'How many people will see': '14', 'Which trades': 'workshop, planning' }],
  ['The stage', { 'Where does the project stand today?': 'An idea' }],
  ['The dialogue with the CSE', { 'Where does it stand on this project?': 'Nothing formal' }],
];
const FOUNDER = {
  'Name of the organisation': 'Ateliers des Hautes-Vosges',
  'Your name': 'Sylvie Marchal',
  'Your role': 'managing director',
  'On behalf of which party?': 'Management',
};
const ELECTED = {
  'On behalf of': 'Staff representatives',
  'First and last name': 'Karima Benali',
  Role: 'secretary of the works council',
  'E-mail address': 'karima.benali@hautes-vosges.example',
};

let app;
let management;
let elected;
let campaign;
let project;
let codes;
let stopped;

before(async () => {
  app = await start();
});
after(() => app?.stop());

/** A test that needs all those before it. */
function then(name, act) {
  test(name, A_WHILE, async (t) => {
    if (stopped) return t.skip(`“${stopped}” failed`);
    stopped = name;
    await act();
    const faults = takeFaults();
    assert.equal(faults.length, 0, faults.join('\n'));
    stopped = undefined;
  });
}

/** The audit of the page as it stands, in English; then the page is asked for anew, since the audit moves the focus. */
async function look(page, name) {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en', page.url());
  await auditAtBothWidths(page, `english-${name}`);
}

/** A form that is refused says so beside the field, in English, and keeps what was typed. */
async function refused(page, button, typed, name) {
  expectError(page, /status of 422/);
  await enter(page, button);
  assert.ok(await page.locator('[aria-invalid=true]').count(), `${name}: nothing is marked as refused`);
  const kept = await page.locator('input, textarea').evaluateAll((all) => all.map((e) => e.value));
  assert.ok(kept.includes(typed), `${name}: ${typed} is not kept`);
  await look(page, `${name}-refused`);
}

then('a stranger describes a project in English without a mouse', async () => {
  const page = (management = await app.page({ lang: 'en' }));
  await page.goto('/');
  await look(page, 'front');
  await enter(page, 'Describe a project');
  await look(page, 'describe-start');
  await enter(page, 'Start');
  for (const [number, [title, answers]] of QUESTIONS.entries()) {
    assert.equal(await words(page, 'h1'), title);
    await look(page, `describe-${number + 1}`);
    if (number === 1) {
      await typeIn(page, { ...answers, 'How many people work there?': 'eighty-six' });
      await refused(page, 'Continue', 'eighty-six', 'describe');
    }
    await typeIn(page, answers);
    await enter(page, number + 1 < QUESTIONS.length ? 'Continue' : 'See the result');
  }
  assert.equal(await words(page, 'h1'), 'What your project calls for');
  await look(page, 'describe-result');
});

then('and keeps it, after an address that is none was refused', async () => {
  const page = management;
  await enter(page, 'Keep and invite');
  await look(page, 'describe-save');
  await typeIn(page, { ...FOUNDER, 'Your e-mail address': 'sylvie.marchal' });
  await refused(page, 'Keep and invite', 'sylvie.marchal', 'describe-save');
  await typeIn(page, { ...FOUNDER, 'Your e-mail address': 'sylvie.marchal@hautes-vosges.example' });
  await enter(page, 'Keep and invite');
  await look(page, 'people');
});

then('invites the staff representatives, who enter by their link', async () => {
  await typeIn(management, ELECTED);
  await enter(management, 'Invite');
  elected = await app.page({ lang: 'en' });
  await elected.goto(await app.nextLink());
  await look(elected, 'link');
  await enter(elected, 'Come in');
  await enter(elected, 'Predictive planning of production times');
  project = path(elected).replace(/\/fil$/, '');
});

then('a campaign is proposed, after a threshold too low was refused, and opened with two keys', async () => {
  await elected.goto(`${project}/diagnostics`);
  await enter(elected, 'Prepare a self-diagnostic');
  await typeIn(elected, { Title: 'Self-diagnostic of AI risks', 'Display threshold': '3' });
  for (const [party, people] of [['workers', 14], ['management', 5]]) await elected.locator(`[name=people-${party}]`).fill(String(people));
  await refused(elected, 'Propose this campaign', '3', 'campaign');
  await typeIn(elected, { 'Display threshold': '5' });
  await enter(elected, 'Propose this campaign');
  campaign = path(elected);
  await look(elected, 'campaign-proposed');
  await enter(elected, 'Turn our key to open');
  await management.goto(campaign);
  await look(management, 'campaign-second-key');
  await enter(management, 'Turn our key and open the campaign');
  await elected.goto(campaign);
  await enter(elected, /^Make and print the 19 codes/);
  codes = await elected.locator('[aria-labelledby=sheet-workers] .code').allInnerTexts();
  assert.equal(codes.length, 14);
  await look(elected, 'codes');
});

then('a worker answers in English: every screen from the code to the thanks', async () => {
  const page = await app.page({ lang: 'en', width: 360 });
  await page.goto('/repondre');
  await look(page, 'answer-enter');
  await typeIn(page, { 'Your code': 'ABC' });
  await refused(page, 'Continue', 'ABC', 'answer-enter');
  await typeIn(page, { 'Your code': codes[0] });
  await enter(page, 'Continue');
  await look(page, 'answer-begin');
  await enter(page, 'Start');
  for (let n = 1; path(page) !== '/repondre/relire'; n++) {
    assert.equal(path(page), `/repondre/${n}`);
    if (n <= 2) await look(page, `answer-${n}`);
    await enter(page, n % 2 ? 'Yes' : 'I don’t know');
  }
  await look(page, 'answer-review');
  await enter(page, 'Send my answer');
  assert.equal(path(page), '/repondre/merci');
  await look(page, 'answer-thanks');

  expectError(page, /status of 4(10|04)/);
  await page.goto(`/r/${codes[0].replaceAll(/\s/g, '')}`);
  assert.match(await words(page, 'h1'), /already been used/);
  await look(page, 'answer-used');
  await page.goto(`/r/${'2'.repeat(26)}`);
  await look(page, 'answer-unknown');
});
