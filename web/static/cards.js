/** Turns a message into one complete DOM node; only text nodes, never markup from outside. */

// What the records say (names, summaries, addresses) is German, whatever the page's language.
const RECORD_LANGUAGE = "de";
const MAP = "https://www.openstreetmap.org/search?query=";
const SVG = "http://www.w3.org/2000/svg";
// Weekdays as OpenStreetMap and as German writes them; the two never contradict each other.
const WEEKDAYS = { Mo: 1, Tu: 2, Di: 2, We: 3, Mi: 3, Th: 4, Do: 4, Fr: 5, Sa: 6, Su: 7, So: 7 };

const labels = JSON.parse(document.getElementById("labels").textContent);
const locale = `${document.documentElement.lang}-u-ca-gregory-nu-latn`;

/** The reviewed sentence for a key, in the page's language, with its {places} filled in. */
export function label(key, values = {}) {
  return (labels[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** What the person said. */
export function personNode(text) {
  return element("div", { class: "message person" }, speaker("You:"), element("p", { dir: "auto" }, text));
}

/** A line of the page itself, calm; with `action` ({label, act}) also a button. */
export function noteNode(text, action) {
  const button = action && element("button", { type: "button" }, action.label);
  button?.addEventListener("click", action.act);
  return element("div", { class: action ? "message note trouble" : "message note" }, paragraphs(text), button);
}

/** What the assistant says; `choose(label, payload)` is called when an option is tapped. */
export function messageNode(message, choose) {
  const build = BUILDERS[message.kind] ?? paragraphsOf;
  return element("div", { class: `message guide ${message.kind}` }, speaker("Hilfelotse:"), build(message, choose));
}

const BUILDERS = { text: paragraphsOf, choices, emergency, offers };

function paragraphsOf(message) {
  return [paragraphs(message.text), contactList(message.contacts)];
}

/** A number as people write it: 0800 1234567, 0511 …, 116016. */
function spoken(number) {
  return number.replace(/^\+49(800)?/, (_, free) => (free ? "0800 " : "0"));
}

function contactList(contacts) {
  if (!contacts?.length) return null;
  return element("ul", { class: "contacts" }, contacts.map(({ number, display, label: name }) =>
    element("li", {}, callLink(number, display ?? spoken(number), name))));
}

function paragraphs(text) {
  const blocks = (text ?? "").split(/\n{2,}/).filter(Boolean);
  return blocks.map((block) => element("p", { dir: "auto" }, block));
}

function choices(message, choose) {
  return [paragraphs(message.text), optionList(message.options, choose)];
}

function optionList(options, choose) {
  if (!options?.length) return null;
  return element("div", { class: "options" }, options.map((option) => {
    const button = element("button", { type: "button", dir: "auto" }, option.label);
    button.addEventListener("click", () => choose(option.label, option.payload));
    return button;
  }));
}

function emergency(message) {
  const urgency = message.danger && message.danger !== "none" ? "urgent" : "calm";
  return element("div", { class: urgency }, paragraphs(message.text), contactList(message.contacts));
}

function offers(message, choose) {
  const topics = message.labels ?? [];
  return [
    heading("h2", [...topics, message.place].filter(Boolean).join(" · ")),
    message.groups?.length ? message.groups.map((group) => groupOf(group, message.offers)) : offerList(message.offers, "h3"),
    optionList(message.suggestions, choose),
  ];
}

/** One of several needs: its name and the offers that answer it. */
function groupOf(group, all) {
  const own = group.offers.map((id) => all.find((offer) => offer.id === id)).filter(Boolean);
  return element("section", { class: "need" }, heading("h3", group.label), offerList(own, "h4"));
}

function offerList(shown, level) {
  return element("ol", { class: "offers" }, shown.map((offer) => card(offer, level)));
}

function card(offer, level) {
  return element("li", { class: "card" },
    element(level, { lang: RECORD_LANGUAGE, dir: "auto" }, offer.name),
    line("summary", offer.summary, { lang: RECORD_LANGUAGE, dir: "auto" }),
    calls(offer.phones ?? []),
    openState(offer),
    place(offer),
    chips(offer),
    details(offer),
    source(offer));
}

function calls(phones) {
  if (!phones.length) return null;
  return element("ul", { class: "contacts" }, phones.map((phone) =>
    element("li", {}, callLink(phone.number, phone.display, phone.label, { state: reachable(phone), resting: phone.open_now === false }))));
}

function callLink(number, display, name, { state, resting } = {}) {
  const extras = [name && element("span", { dir: "auto" }, name), state && element("small", {}, state)];
  const text = element("span", {}, element("b", { dir: "ltr" }, display), extras);
  return element("a", {
    class: resting ? "call resting" : "call",
    href: `tel:${number.replace(/[^+\d]/g, "")}`,
    "aria-label": [label("Call"), display, name, state].filter(Boolean).join(", "),
  }, icon("phone"), text);
}

function reachable(phone) {
  if (phone.open_now === true) return label("Can be reached now");
  return phone.open_now === false ? label("Cannot be reached now") : null;
}

function openState(offer) {
  const today = offer.hours_today && label("Today {hours}", { hours: leftToRight(offer.hours_today) });
  if (offer.round_the_clock) return line("state open", label("Open day and night"));
  if (offer.open_now === true) return line("state open", joined(label("Open now"), today));
  if (offer.open_now === false) return line("state closed", joined(label("Closed now"), opening(offer.opens_at)));
  return line("state", today);
}

function opening(time) {
  return time && label("Opens {time}", { time: localTime(time) });
}

function localTime(time) {
  const [day, ...rest] = time.split(" ");
  if (!WEEKDAYS[day]) return leftToRight(time);
  const monday = Date.UTC(2024, 0, 1);
  const date = new Date(monday + (WEEKDAYS[day] - 1) * 86_400_000);
  return `${new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(date)} ${leftToRight(rest.join(" "))}`;
}

function place(offer) {
  const distance = offer.distance_km == null ? null : label("about {distance}", { distance: kilometres(offer.distance_km) });
  if (offer.address_secret) {
    return element("p", { class: "place" }, icon("shield"), element("span", {}, label("The address is secret, for protection. Please call.")));
  }
  const address = offer.address && mapLink(offer.address);
  if (!address && !distance) return null;
  return element("p", { class: "place" }, icon("pin"), element("span", {}, address, distance && element("span", { class: "distance" }, distance)));
}

function mapLink({ street, postal_code, city, district }) {
  const town = [postal_code, city].filter(Boolean).join(" ");
  const shown = [street, district && district !== city ? `${town} (${district})` : town].filter(Boolean).join(", ");
  const query = encodeURIComponent([street, town].filter(Boolean).join(", "));
  const link = outside(MAP + query, shown, label("Show on a map"));
  link.firstChild.setAttribute("lang", RECORD_LANGUAGE);
  return link;
}

function kilometres(distance) {
  const style = { style: "unit", unit: "kilometer", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale, style).format(distance);
}

function chips(offer) {
  const texts = [
    offer.free && label("Free of charge"),
    offer.anonymous && label("Anonymous"),
    offer.walk_in && label("No appointment needed"),
    offer.walk_in === false && label("By appointment"),
    { yes: label("Step-free"), limited: label("Partly step-free") }[offer.accessibility?.wheelchair],
    languageNames(offer.languages),
  ].filter(Boolean);
  return texts.length ? element("ul", { class: "chips" }, texts.map((text) => element("li", {}, text))) : null;
}

function languageNames(languages) {
  const names = (languages ?? []).map((language) => language.label);
  return names.length ? new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(names) : null;
}

function details(offer) {
  const website = offer.website_of_organization ? "Website of the organisation" : "Website";
  const rows = [
    row("Organisation", offer.organization, { lang: RECORD_LANGUAGE, dir: "auto" }),
    row("Email", offer.email && element("a", { href: `mailto:${offer.email}`, dir: "ltr" }, offer.email)),
    row(website, isWeb(offer.website) && outside(offer.website, new URL(offer.website).host)),
    row("Open today", offer.hours_today, { dir: "ltr" }),
    row("Cost", offer.free === false && label("Costs money")),
    row("Accessibility", accessibility(offer.accessibility)),
  ].filter(Boolean);
  if (!rows.length) return null;
  return element("details", {}, element("summary", {}, label("More about this offer")), element("dl", {}, rows));
}

function accessibility(access) {
  const level = { yes: "Step-free", limited: "Partly step-free", no: "Not step-free" }[access?.wheelchair];
  const notes = access?.notes && element("span", { lang: RECORD_LANGUAGE, dir: "auto" }, access.notes);
  return level || notes ? element("span", {}, level && label(level), level && notes && " · ", notes) : null;
}

function row(name, value, attributes = {}) {
  return value ? element("div", {}, element("dt", {}, label(name)), element("dd", {}, element("span", attributes, value))) : null;
}

function source(offer) {
  const ask = offer.phones?.length ? "Please call first" : "Please ask first";
  const from = isWeb(offer.source?.url) && outside(offer.source.url, offer.source.host);
  return element("p", { class: "source" },
    offer.call_first && element("strong", {}, label(ask)),
    from && element("span", {}, label("Source:"), " ", from),
    offer.verified_on && element("span", {}, label("As of: {date}", { date: localDate(offer.verified_on) })));
}

function localDate(date) {
  const [year, month, day] = date.split("-");
  const style = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, style).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** A link to somebody else's page: opened on tap only, in a new tab, without telling where from. */
function outside(href, text, purpose = "") {
  const hint = [purpose, label("opens in a new tab")].filter(Boolean).join(", ");
  return element("a", { href, target: "_blank", rel: "noreferrer" },
    element("bdi", {}, text), element("span", { class: "unseen" }, ` (${hint})`));
}

function isWeb(address) {
  return /^https?:\/\//.test(address ?? "");
}

function speaker(name) {
  return element("span", { class: "unseen" }, label(name), " ");
}

function heading(tag, text) {
  return text ? element(tag, { dir: "auto" }, text) : null;
}

function line(name, text, attributes = {}) {
  return text ? element("p", { class: name, ...attributes }, text) : null;
}

function joined(...texts) {
  return texts.filter(Boolean).join(" · ");
}

/** Isolates and holds together hours, whose order a right-to-left sentence would turn round. */
function leftToRight(text) {
  return `\u2066${text.replace(/[–-]/g, "\u2060$&\u2060")}\u2069`;
}

function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("aria-hidden", "true");
  picture.append(document.createElementNS(SVG, "use"));
  picture.firstChild.setAttribute("href", `#${name}`);
  return picture;
}

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children.flat(Infinity).filter(Boolean));
  return node;
}
