// What the page asks of the server, and tells it.

export async function ask(path, query = {}, signal = undefined) {
  const answer = await fetch(`/chat/${path}?${new URLSearchParams(query)}`, { signal, cache: "no-store" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export async function tell(path, body) {
  const answer = await fetch(`/chat/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export function photoAddress(person, chat, message) {
  return `/chat/photo?${new URLSearchParams({ person, chat, message: message.id, v: message.photo })}`;
}

export function documentAddress(person, chat, message) {
  return `/chat/document?${new URLSearchParams({ person, chat, message: message.id })}`;
}
