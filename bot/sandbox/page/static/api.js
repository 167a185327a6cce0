// The server: reads, posts, and the stream of events that survives a lost connection.

export class Refused extends Error {}

export async function read(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Refused(`The sandbox answered ${response.status}.`);
  return response.json();
}

export async function post(action, body = {}) {
  const response = await fetch(`/page/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox-Page": "1" },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error || `The sandbox answered ${response.status}.`);
  return answer;
}

// `restart` reads the state anew and returns its cursor; `apply` takes one change.
export function follow(cursor, { apply, restart, connected }) {
  let source;

  function open(after) {
    source = new EventSource(`/page/events?after=${encodeURIComponent(after)}`);
    source.onopen = () => connected(true);
    source.onmessage = (event) => apply(JSON.parse(event.data));
    source.addEventListener("stale", again);
    source.onerror = () => {
      connected(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(again, 1000);
    };
  }

  async function again() {
    source.close();
    try {
      open(await restart());
    } catch {
      connected(false);
      setTimeout(again, 1000);
    }
  }

  open(cursor);
}
