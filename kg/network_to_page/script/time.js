// The time line: a bar for each day, week, month …; two handles for the range; and a button that lets time run.
const timeline = document.getElementById("timeline");
const ticks = document.getElementById("ticks");
const clock = document.getElementById("clock");
let { unit, bars } = data.time[chosen.clock];
const handles = [document.getElementById("time-from"), document.getElementById("time-to")];
const dates = [document.getElementById("date-from"), document.getElementById("date-to")];
const playButton = document.getElementById("play");
const histogram = document.getElementById("histogram");
let playing = null;
const STEP = 700; // milliseconds a bar

function barName(k) {
  const [from, to] = bars[k];
  if (!from) return `before ${day(shift(to, 1))}`;
  if (!to) return `after ${day(shift(from, -1))}`;
  if (unit === "day") return day(from);
  if (unit === "week") return `week of ${day(from)}`;
  if (unit === "month") return day(from.slice(0, 7));
  return unit === "year" ? from.slice(0, 4) : `${day(from.slice(0, 7))} – ${day(to.slice(0, 7))}`;
}

// The bar that a day falls into.
const barOf = (iso) => bars.findIndex(([from, to]) => (!from || from <= iso) && (!to || iso <= to));
const dayOf = (situation) => chosen.clock === "reported" ? reportedOn(situation)[0] || "" : (situation.date || situation.earliest || situation.latest || "").slice(0, 10);

const first = () => (chosen.from ? Math.max(0, barOf(chosen.from)) : 0);
const last = () => (chosen.to ? (barOf(chosen.to) + bars.length) % bars.length : bars.length - 1);

// What all other filters let through, by bar; and how much of it has no date.
function heights() {
  const counts = bars.map(() => 0);
  let undated = 0;
  const kept = [chosen.from, chosen.to];
  [chosen.from, chosen.to] = [null, null];
  const seenAlready = new Set();
  for (const tie of ties.values()) {
    if (!onCanvas.has(tie.from) || !onCanvas.has(tie.to)) continue;
    for (const item of tie.items) {
      if (seenAlready.has(item.situation) || !shown(item)) continue;
      seenAlready.add(item.situation);
      const when_ = dayOf(situationOf(item));
      const k = when_ ? barOf(when_) : -1;
      if (k >= 0) counts[k] += 1;
      if (chosen.clock === "reported" ? !when_ : !bounds(situationOf(item))) undated += 1;
    }
  }
  [chosen.from, chosen.to] = kept;
  return { counts, undated };
}

function drawBars() {
  const { counts, undated } = heights();
  const top = Math.max(1, ...counts);
  const [low, high] = [first(), last()];
  histogram.setAttribute("viewBox", `0 0 ${bars.length * 10} 40`);
  histogram.replaceChildren(...counts.map((number, k) => {
    const height = number ? 3 + 37 * (number / top) : 0;
    const bar = svg("rect", { x: k * 10 + 1, y: 40 - height, width: 8, height, class: k >= low && k <= high ? "bar-in" : "bar-out", "data-count": number });
    bar.append(svg("title", {}, `${barName(k)}: ${count(number, "event")}`));
    return bar;
  }));
  const from = chosen.from || bars[0][0] ? day(chosen.from || bars[0][0]) : barName(0);
  const to = chosen.to || bars.at(-1)[1] ? day(chosen.to || bars.at(-1)[1]) : barName(bars.length - 1);
  document.getElementById("time-range").textContent = from === to ? from : `${from} – ${to}`;
  const left = (chosen.from || chosen.to) && !chosen.undated ? undated : 0;
  document.getElementById("left-out").textContent = left ? `${left.toLocaleString("en")} without a date left out` : "";
}

function tickName(k) {
  const [from, to] = bars[k];
  const start = from || to;
  if (unit === "year") return start.slice(0, 4);
  if (unit === "decade") return `${start.slice(0, 3)}0s`;
  return unit === "day" || unit === "week" ? day(start) : day(start.slice(0, 7));
}

// A few bars have their date below them, as many as there is room for.
function drawTicks() {
  const room = Math.max(2, Math.floor(ticks.clientWidth / 96));
  const step = Math.ceil(bars.length / room);
  const named = bars.map((_, k) => k).filter((k) => k % step === 0 && bars[k][0] && bars[k][1]);
  ticks.replaceChildren(...named.map((k) => make("span", { style: `left:${((k + 0.5) / bars.length) * 100}%` }, tickName(k))));
}

// The handles stand at the edges of their bars: the first before its bar, the last behind.
function placeHandles() {
  const share = (bars.length - 1) / bars.length;
  handles.forEach((handle, k) => {
    handle.max = String(Math.max(0, bars.length - 1));
    handle.style.width = `calc((100% - 16px) * ${share} + 18px)`;
    handle.style.left = `calc((100% - 16px) * ${k ? 1 - share : 0} - 1px)`;
  });
}

// Another clock has other bars; a range of days stays what it is.
function useClock() {
  ({ unit, bars } = data.time[chosen.clock]);
  clock.value = chosen.clock;
  clock.hidden = CLOCKS.length < 2;
  timeline.hidden = bars.length < 2;
  if (timeline.hidden) return;
  placeHandles();
  drawTicks();
}

function showTime() {
  if (timeline.hidden) return;
  [first(), last()].forEach((at, k) => {
    handles[k].value = String(at);
    handles[k].setAttribute("aria-valuetext", barName(at));
    dates[k].value = [chosen.from, chosen.to][k] || "";
  });
  document.getElementById("undated").checked = chosen.undated;
  playButton.setAttribute("aria-pressed", String(Boolean(playing)));
  playButton.setAttribute("aria-label", playing ? "Stop" : "Play: let time run");
  drawBars();
}

function setBars(low, high) {
  chosen.from = low > 0 ? bars[low][0] : null;
  chosen.to = high < bars.length - 1 ? bars[high][1] : null;
  changed();
}

function stop() {
  clearInterval(playing);
  playing = null;
  showTime();
}

// A narrow range moves on; the whole range starts with the first bar and grows.
function play() {
  if (playing) return stop();
  const whole_ = first() === 0 && last() === bars.length - 1;
  let [low, high] = whole_ ? [0, -1] : [first(), last()];
  const width = high - low;
  const step = () => {
    high += 1;
    if (high >= bars.length) {
      if (whole_) setBars(0, bars.length - 1);
      return stop();
    }
    if (!whole_) low = high - width;
    setBars(low, high);
  };
  playing = setInterval(step, STEP);
  step();
}

handles.forEach((handle, k) => {
  handle.addEventListener("input", () => {
    if (playing) stop();
    const at = Number(handle.value);
    setBars(k ? Math.min(first(), at) : at, k ? at : Math.max(last(), at));
  });
});
dates.forEach((input, k) => input.addEventListener("change", () => {
  chosen[k ? "to" : "from"] = input.value || null;
  changed();
}));
document.getElementById("undated").addEventListener("change", (event) => { chosen.undated = event.target.checked; changed(); });
document.getElementById("all-time").addEventListener("click", () => { if (playing) stop(); setBars(0, bars.length - 1); });
playButton.addEventListener("click", play);
new ResizeObserver(() => { if (!timeline.hidden) drawTicks(); }).observe(ticks);
clock.addEventListener("change", () => {
  if (playing) stop();
  Object.assign(chosen, { clock: clock.value, from: null, to: null });
  useClock();
  changed();
});
