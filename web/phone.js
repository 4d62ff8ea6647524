// The participant's phone: a page over the simulator's control API and Baton's commands, nothing else.
const PAGE = '112233445566778';
const PARTNER = '999888777';
const KEY = new URLSearchParams(location.search).get('key') ?? 'dev';
const show = (id) => document.getElementById(id);
let user = null;

async function call(method, path, body, headers = {}) {
  const response = await fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.json();
}

const simulator = (method, path, body) => call(method, `/simulator/${path}`, body);
const command = (name, input) => call('POST', `/commands/${name}`, input, { Authorization: `Bearer ${KEY}` });

function bubble(line, ourApp) {
  const item = document.createElement('li');
  const control = ['pass', 'take', 'release', 'request', 'idle', 'referral'].includes(line.kind);
  if (control) {
    item.className = 'control';
    item.textContent = describeControl(line, ourApp);
  } else {
    item.className = line.from === 'participant' ? 'participant' : line.from === ourApp ? 'app' : 'partner';
    item.textContent = line.text ?? line.kind;
  }
  return item;
}

function describeControl(line, ourApp) {
  const who = line.from === ourApp ? 'Baton' : line.from === PARTNER ? 'The partner app' : `App ${line.from}`;
  switch (line.kind) {
    case 'referral': return 'Link opened';
    case 'pass': return `${who} passed control${line.text ? ` with ${line.text}` : ''}`;
    case 'take': return `${who} took control back`;
    case 'idle': return 'The conversation went idle';
    default: return `${who}: ${line.kind}`;
  }
}

async function refresh() {
  if (user === null) return;
  const [person, transcript, status] = await Promise.all([
    simulator('GET', `participants/${user}?page=${PAGE}`),
    simulator('GET', `participants/${user}/transcript?page=${PAGE}`),
    command('survey-status', { page_id: PAGE, user_id: user }),
  ]);
  const lines = transcript.lines ?? [];
  const ourApp = lines.find((line) => line.kind === 'message')?.from;
  const atEnd = show('lines').scrollHeight - show('lines').scrollTop - show('lines').clientHeight < 40;
  show('lines').replaceChildren(...lines.map((line) => bubble(line, ourApp)));
  show('owner').textContent = person.thread_owner === PARTNER ? 'the partner app is talking' : 'Baton is talking';
  show('buttons').replaceChildren(...(person.last_message?.buttons ?? []).map(tapButton));
  if (atEnd) show('lines').scrollTop = show('lines').scrollHeight;
  show('status').textContent = JSON.stringify(status.data ?? status.error, null, 2);
}

function tapButton(title) {
  const button = document.createElement('button');
  button.textContent = title;
  button.onclick = () => simulator('POST', `participants/${user}/taps`, { title, page: PAGE }).then(refresh);
  return button;
}

async function behave() {
  await simulator('PUT', `partner/${PARTNER}`, {
    behaviour: show('behaviour').value,
    after: 'PT5S',
    says: ['Please read aloud: the cat sat on the mat.'],
    metadata: {
      completion_status: 'success',
      assessment_results: { reading_level: Number(show('level').value), comprehension_score: 82 },
      recommendations: ['literacy_support', 'visual_aids'],
    },
  });
}

show('import').onclick = async () => {
  const source = await (await fetch('reading-assessment.json')).json();
  const reading = source.form.fields.find((field) => field.ref === 'reading');
  reading.properties.description = reading.properties.description.replace('{{MINUTES}}', show('minutes').value);
  const result = await command('survey-import', { page_id: PAGE, shortcode: 'READ01', ...source });
  show('imported').textContent = result.success ? `Version ${result.data.version}, ${result.data.link}` : result.error.message;
};

show('open').onclick = async () => {
  await behave();
  user = String(Date.now());
  await simulator('POST', `participants/${user}/referrals`, { ref: 'form.READ01.age_group.25-34', page: PAGE });
  await refresh();
};

show('write').onsubmit = async (event) => {
  event.preventDefault();
  const text = show('text').value;
  if (user === null || text === '') return;
  show('text').value = '';
  await simulator('POST', `participants/${user}/messages`, { text, page: PAGE });
  await refresh();
};

show('behaviour').onchange = behave;
show('level').onchange = behave;
setInterval(refresh, 700);
