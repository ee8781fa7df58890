/** The script of the page: filters and groups the findings that are there already, and makes no HTML of texts. */
export const script = `
'use strict';
const form = document.getElementById('filter');
if (form) {
  const groups = document.getElementById('groups');
  const search = document.getElementById('search');
  const rule = document.getElementById('rule');
  const shown = document.getElementById('shown');
  const findings = [...groups.querySelectorAll('.finding')];
  const words = findings.map((finding) => finding.textContent.toLowerCase());
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    const levels = new Set([...form.querySelectorAll('[name=level]:checked')].map((box) => box.value));
    let count = 0;
    findings.forEach((finding, index) => {
      const { level, rule: id, path } = finding.dataset;
      const fits = levels.has(level) && (rule.value === '' || rule.value === id) &&
        (words[index].includes(wanted) || path.toLowerCase().includes(wanted));
      finding.hidden = !fits;
      if (fits) count += 1;
    });
    for (const group of groups.children) group.hidden = !group.querySelector('.finding:not([hidden])');
    shown.textContent = count === findings.length ? count + (count === 1 ? ' finding' : ' findings')
      : count + ' of ' + findings.length + ' findings';
  };
  const group = () => {
    const by = form.querySelector('[name=group]:checked').value === 'rule' ? 'rule' : 'path';
    const made = new Map();
    for (const finding of findings) {
      const name = finding.dataset[by];
      if (!made.has(name)) made.set(name, newGroup(name, by));
      made.get(name).append(finding);
    }
    const list = [...made.values()];
    if (by === 'rule') list.sort((a, b) => b.childElementCount - a.childElementCount);
    groups.replaceChildren(...list);
    groups.classList.toggle('by-rule', by === 'rule');
    filter();
  };
  const newGroup = (name, by) => {
    const section = document.createElement('section');
    section.className = 'group';
    const title = document.createElement('h3');
    title.textContent = name;
    section.append(title);
    const description = by === 'rule' && [...rule.options].find((option) => option.value === name)?.dataset.description;
    if (description) {
      const text = document.createElement('p');
      text.textContent = description;
      section.append(text);
    }
    return section;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => (event.target.name === 'group' ? group() : filter()));
  form.hidden = false;
}
`;
