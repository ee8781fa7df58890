/**
 * The script of the page: shows one part at a time, filters and groups the findings that are there already, and makes no
 * HTML of texts. Without it the parts stand below each other.
 */
export const script = `
'use strict';
const parts = [...document.querySelectorAll('main > section')];
const links = [...document.querySelectorAll('nav a')];
const showPart = () => {
  const target = document.getElementById(location.hash.slice(1));
  const shown = parts.find((part) => part.contains(target)) || parts[0];
  for (const part of parts) part.classList.toggle('away', part !== shown);
  for (const link of links) {
    if (link.hash === '#' + (shown && shown.id)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (target && target === shown && window.scrollY > target.offsetTop) target.scrollIntoView();
};
if (links.length > 0) document.documentElement.classList.add('parted');
addEventListener('hashchange', showPart);
showPart();

const form = document.getElementById('filter');
if (form) {
  const groups = document.getElementById('groups');
  const search = document.getElementById('search');
  const fixable = document.getElementById('fixable');
  const shown = document.getElementById('shown');
  const levels = [...form.querySelectorAll('[name=level]')];
  const rules = [...form.querySelectorAll('[name=rule]')];
  const findings = [...groups.querySelectorAll('.finding')].map((element) => ({
    element,
    words: (element.textContent + ' ' + element.dataset.path).toLowerCase(),
    level: element.dataset.level,
    rule: element.dataset.rule,
    path: element.dataset.path,
    fix: element.dataset.fix !== undefined,
  }));
  const wordFor = (count) => count + (count === 1 ? ' finding' : ' findings');
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    const rule = rules.find((box) => box.checked).value;
    const wantedLevels = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const finding of findings) {
      const fits = wantedLevels.has(finding.level) && (rule === '' || rule === finding.rule) &&
        (!fixable || !fixable.checked || finding.fix) && finding.words.includes(wanted);
      if (finding.element.hidden === fits) finding.element.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of groups.children) {
      const left = group.querySelectorAll('.finding:not([hidden])').length;
      group.hidden = left === 0;
      group.querySelector('.count').textContent = left;
    }
    for (const box of rules) box.parentElement.classList.toggle('on', box.checked);
    shown.textContent = count === findings.length ? wordFor(count) : count + ' of ' + wordFor(findings.length);
  };
  const regroup = () => {
    const by = form.querySelector('[name=group]:checked').value === 'rule' ? 'rule' : 'path';
    const lists = new Map();
    for (const finding of findings) {
      const list = lists.get(finding[by]);
      if (list) list.push(finding); else lists.set(finding[by], [finding]);
    }
    const sorted = [...lists];
    if (by === 'rule') sorted.sort((a, b) => b[1].length - a[1].length);
    groups.replaceChildren(...sorted.map(([name, list]) => newGroup(name, list, by)));
    groups.classList.toggle('by-rule', by === 'rule');
    filter();
  };
  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const newGroup = (name, list, by) => {
    const group = make('details', '', 'group');
    group.open = true;
    const summary = make('summary', '');
    summary.append(make('h3', name), make('span', list.length, 'count'));
    group.append(summary);
    const description = by === 'rule' && (rules.find((box) => box.value === name) || {}).title;
    if (description) group.append(make('p', description));
    group.append(...list.map((finding) => finding.element));
    return group;
  };
  const reset = () => {
    form.reset();
    regroup();
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => (event.target.name === 'group' ? regroup() : filter()));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-search], a[data-level]');
    if (!link) return;
    form.reset();
    search.value = link.dataset.search || '';
    for (const box of levels) box.checked = !link.dataset.level || box.value === link.dataset.level;
    regroup();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && form.contains(event.target)) reset();
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input, textarea')) return;
    event.preventDefault();
    location.hash = 'findings';
    showPart();
    search.focus();
  });
  document.getElementById('choices').open = !matchMedia('(max-width: 56rem)').matches;
  groups.classList.toggle('many', findings.length > 300);
  form.hidden = false;
  filter();
}
`;
