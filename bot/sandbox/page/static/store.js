// What the page knows: people, chats, messages, and where the person in front of it is.

export const store = {
  bot: { name: "Readout", username: "" },
  keptIn: "",
  people: [],
  chats: new Map(),
  messages: new Map(),
  unread: new Map(),
  me: 0,
  chatId: 0,
};

export function takeState(state) {
  store.bot = state.bot;
  store.keptIn = state.kept_in;
  store.people = state.people;
  store.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  const [me, chatId] = location.hash.slice(1).split("/").map(Number);
  if (!store.people.some((person) => person.id === store.me)) {
    store.me = store.people.some((person) => person.id === me) ? me : store.people[0].id;
    store.chatId = chatsOf(store.me).some((chat) => chat.id === chatId) ? chatId : store.me;
  }
}

export function go(me, chatId) {
  store.me = me;
  store.chatId = chatId;
  store.unread.delete(chatId);
  history.replaceState(null, "", `#${me}/${chatId}`);
}

export const person = (id) => store.people.find((someone) => someone.id === id);
export const chat = () => store.chats.get(store.chatId);
export const chatsOf = (me) => [...store.chats.values()].filter((one) => one.member_ids.includes(me)).sort((a, b) => a.is_group - b.is_group);
export const titleOf = (one) => (one.is_group ? one.title : store.bot.name);
export const shown = (chatId) => [...(store.messages.get(chatId) || new Map()).values()];

export function keepAll(chatId, messages) {
  store.messages.set(chatId, new Map(messages.map((message) => [message.id, message])));
}

// Returns whether the message is new.
export function keep(message) {
  const known = store.messages.get(message.chat_id);
  const isNew = known ? !known.has(message.id) : true;
  known?.set(message.id, message);
  const where = store.chats.get(message.chat_id);
  if (where && (isNew || where.last?.id === message.id)) where.last = message;
  return isNew;
}

export function drop(chatId, id) {
  store.messages.get(chatId)?.delete(id);
  const where = store.chats.get(chatId);
  if (where?.last?.id === id) where.last = shown(chatId).at(-1) || null;
}

export const myLastText = () => shown(store.chatId).filter((message) => message.sender_id === store.me && !message.attachment).at(-1);
