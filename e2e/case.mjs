// Case 1, in the words that its people type: a metalworking firm of 86 brings in a tool that predicts working times.
// People, firm, answers and figures are invented.

/** The day in so many days, as a form wants it. */
export function dayIn(days) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + days * 86_400_000);
}

export const PROJECT = 'Planification prédictive des temps de production';

/** The questions in the order they come, each with the answers by label. */
export const QUESTIONS = [
  {
    title: 'Votre projet',
    answers: {
      'Comment l’appelez-vous ?': PROJECT,
      'À quoi doit-il servir ?': 'Un système d’IA estime les temps d’usinage et propose l’ordre des fabrications. But déclaré : fiabiliser les délais.',
    },
  },
  {
    title: 'Votre organisation',
    answers: { 'Qui est l’employeur ?': 'Une entreprise', 'Combien de personnes y travaillent ?': '86' },
  },
  { title: 'Depuis quand ?', answers: { 'Depuis quand êtes-vous au moins 50': 'ou avant' } },
  {
    title: 'Qui parle pour le personnel ?',
    answers: {
      'Y a-t-il un comité social et économique (CSE) ?': 'Oui, il est élu',
      'Y a-t-il un syndicat chez vous ?': 'Oui, avec un délégué syndical',
    },
  },
  {
    title: 'L’outil',
    answers: {
      'Est-ce de l’intelligence artificielle ?': 'Oui',
      'Est-ce nouveau chez vous ?': 'Oui, on ne s’en sert pas encore ici',
      'Qui le fabrique ?': 'Un éditeur ou un prestataire',
    },
  },
  {
    title: 'Ce que fait l’outil',
    answers: { 'Que fait-il, ou que permet-il ?': ['Il prévoit, calcule, classe ou recommande', 'Pour le reste, je ne sais pas'] },
  },
  {
    title: 'Ce qui change dans le travail',
    answers: { 'Qu’est-ce que le projet changera ?': ['Le métier', 'L’organisation, de façon notable'] },
  },
  {
    title: 'Les informations sur des personnes',
    answers: {
      'L’outil utilise-t-il des informations sur des personnes ?': 'Oui',
      'Si oui, que fait-il de ces informations ?': ['Il en recueille sur les salariés', 'Un prestataire les héberge ou y a accès'],
    },
  },
  {
    title: 'Les décisions sur des personnes',
    answers: { 'À quoi l’outil sert-il, même s’il ne fait que proposer ?': ['Rien de tout cela'] },
  },
  {
    title: 'Les personnes concernées',
    answers: {
      'Combien de personnes verront leur travail changer ?': '14',
      'Quels métiers, quelles équipes ?': 'atelier, planning',
    },
  },
  { title: 'L’étape', answers: { 'Où en est le projet aujourd’hui ?': 'Une idée' } },
  { title: 'Le dialogue avec le CSE', answers: { 'Où en est-il sur ce projet ?': 'Rien de formel pour l’instant' } },
];

export const FOUNDER = {
  'Nom de l’organisation': 'Ateliers des Hautes-Vosges',
  'Votre prénom et votre nom': 'Sylvie Marchal',
  'Votre fonction': 'directrice générale',
  'Au titre de quelle partie ?': 'Direction',
  'Votre adresse électronique': 'sylvie.marchal@hautes-vosges.example',
};

export const INVITED = {
  elected: {
    'Au titre de': 'Représentants du personnel',
    'Prénom et nom': 'Karima Benali',
    Fonction: 'secrétaire du CSE',
    'Adresse électronique': 'karima.benali@hautes-vosges.example',
  },
  technical: {
    'Au titre de': 'Technique',
    'Prénom et nom': 'Thomas Keller',
    Fonction: 'responsable informatique',
    'Adresse électronique': 'thomas.keller@hautes-vosges.example',
  },
};

/** Fourteen people whose work changes, the five who decide, and three line managers: too few to be shown. */
export const GROUPS = [
  { party: 'workers', name: 'Atelier et planning', people: 14 },
  { party: 'management', name: 'Direction et bureau', people: 5 },
  { party: 'line_managers', name: 'Chefs d’équipe', people: 3 },
];

export const CAMPAIGN = 'Auto-diagnostic des risques de l’IA';

// The pack has six criteria of five questions each. Letter by letter, the answer that counts as vigilance.
const VIGILANCE = ['ynnny', 'ynnny', 'nyynn', 'nnyny', 'ynyyn', 'yynny'];
const CODES = { y: 'yes', n: 'no' };
const OTHER = { y: 'n', n: 'y' };

/** A whole sheet that counts so many points of vigilance, criterion by criterion: the answers, as the form sends them. */
export function sheet(points) {
  const letters = VIGILANCE.flatMap((five, i) => [...five].map((letter, k) => (k < points[i] ? letter : OTHER[letter])));
  return letters.map((letter) => CODES[letter]);
}

/** The same answers, as the screens say them. */
export const SAID = { yes: 'Oui', no: 'Non' };

/** What each group sees. In order: autonomy, know-how, responsibility, recognition, human relations, surveillance. */
export const SEEN = {
  workers: { points: [5, 3, 3, 4, 1, 2] },
  management: { points: [1, 1, 2, 1, 1, 1] },
  line_managers: { points: [3, 2, 2, 2, 1, 1] },
};

/** The criteria from the largest gap to the smallest, as those sheets make it. */
export const LARGEST_FIRST = ['Autonomie', 'Reconnaissance', 'Savoir-faire'];

export const FINDING = {
  'Le constat': 'Le temps proposé oublie les réglages de début de série : on nous demande de justifier l’écart.',
  'De quoi s’agit-il': 'Point de vigilance',
};

export const ANSWER = {
  'Votre réponse': 'On ne demandera plus de justifier un écart de début de série.',
  'Vos raisons': 'Sur dix séries, huit écarts venaient du réglage. Les justifier coûtait plus que les écarts.',
};

export const CLAUSE = {
  Titre: 'Le tableur reste en parallèle',
  'Texte de l’article': 'Le tableur de planification est tenu à jour à côté de l’outil pendant tout l’essai. La fin du parallèle se décide ensemble.',
  'Ce à quoi l’on s’engage': 'Tenir le tableur à jour chaque soir.',
  'Qui en répond': 'Sylvie Marchal',
  'À quel titre': 'Direction',
  Échéance: dayIn(60),
  Indicateur: 'part des commandes livrées en retard',
  Unité: '%',
  Seuil: '15',
  'Bilan à court terme': dayIn(90),
  'Bilan à moyen terme': dayIn(365),
  'Bilan à long terme': dayIn(730),
};
