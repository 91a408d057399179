// Dates and names as a reader says them.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function day(iso) {
  const [year, month, date] = iso.slice(0, 10).split("-");
  return [date && String(Number(date)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

// A whole month or year goes by its name.
function span(from, to) {
  const monthEnds = shift(to, 1).endsWith("-01");
  if (from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (from.endsWith("-01") && monthEnds && from.slice(0, 7) === to.slice(0, 7)) return day(from.slice(0, 7));
  return `${day(from)} – ${day(to)}`;
}

function when(situation) {
  if (situation.date) return day(situation.date);
  const { earliest, latest } = situation;
  if (earliest && latest) return earliest === latest ? day(earliest) : span(earliest, latest);
  if (earliest) return `from ${day(earliest)}`;
  if (latest) return `by ${day(latest)}`;
  return situation.attested ? `as of ${day(situation.attested)}` : "";
}

// What has no date of its own is told by the day of its first article, and said to be.
const whenReported = (situation) => (reportedOn(situation)[0] ? `reported ${day(reportedOn(situation)[0])}` : "no date");

// So many days later, in the calendar's own count.
function shift(iso, days) {
  const [year, month, date] = iso.split("-").map(Number);
  const moved = new Date(0);
  moved.setUTCFullYear(year, month - 1, date + days);
  return moved.toISOString().slice(0, 10);
}

// For sorting, newest first: what has no date comes where it was first reported.
const sortDate = (situation) => situation.date || situation.latest || situation.earliest || situation.attested || reportedOn(situation)[0] || "";

const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many || one + "s"}`;

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function shorten(text, length) {
  const letters = Array.from(text);
  return letters.length > length ? letters.slice(0, length - 1).join("").trimEnd() + "…" : text;
}

// "met", from this end; "was …" is not guessed: where the actor is the far end, the other's name comes first.
function sayTie(item) {
  const roles = item.mutual ? "and" : "→";
  return `${actors.get(item.source).label} ${roles} ${actors.get(item.target).label}: ${item.label}`;
}
