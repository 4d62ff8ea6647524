// The page of one person in one room: ?room=general&name=Ada&key=dev. Keys of one owner are one person.
import { ChatSession, Commands } from './live.js';

const asked = new URLSearchParams(location.search);
const room = asked.get('room') ?? 'general';
const name = asked.get('name') ?? `Guest ${Math.floor(Math.random() * 1000)}`;
const session = new ChatSession(new Commands('', asked.get('key') ?? 'dev'), room);
const show = (id) => document.getElementById(id);
const STATES = { connecting: 'connecting …', open: 'connected', lost: 'connection lost, coming back …' };

function line(text, kind) {
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  show('lines').append(item);
  show('lines').scrollTop = show('lines').scrollHeight;
  return item;
}

session.addEventListener('message', ({ detail }) => {
  const own = detail.senderId === session.participantId;
  line(own ? detail.text : `${detail.sender}: ${detail.text}`, own ? 'participant' : 'app').dataset.seq = detail.seq;
});

session.addEventListener('state', ({ detail }) => {
  show('state').textContent = STATES[detail.name] ?? detail.why ?? detail.name;
  show('state').dataset.state = detail.name;
});

session.addEventListener('presence', ({ detail }) => {
  show('people').replaceChildren(...detail.map((person) => {
    const item = document.createElement('li');
    item.textContent = `${person.name}, ${person.state}`;
    return item;
  }));
});

session.addEventListener('error', ({ detail }) => line(detail.message, 'control'));

show('write').onsubmit = (event) => {
  event.preventDefault();
  const text = show('text').value;
  if (text.trim() !== '') session.send(text);
  show('text').value = '';
};
show('text').oninput = () => session.typing();
show('leave').onclick = () => session.leave();
show('room').textContent = room;

session.connect(name).catch((error) => {
  show('state').textContent = error.message;
  show('state').dataset.state = 'ended';
});
