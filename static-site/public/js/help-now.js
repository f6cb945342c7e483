// The help page is whole without this. With it, the person's own country comes first and is remembered.
import { kept, myRegion } from './hearth.js';

const choice = document.getElementById('country');
const sections = [...document.querySelectorAll('[data-region]')];

function put(region) {
  const mine = sections.find((s) => s.dataset.region === region);
  for (const s of sections) s.open = s === mine;
  if (mine) mine.parentElement.prepend(mine);
}

choice.parentElement.hidden = false;
choice.value = sections.some((s) => s.dataset.region === myRegion()) ? myRegion() : '';
put(choice.value);
choice.addEventListener('change', () => {
  if (choice.value) kept.set('hearth.region', choice.value); else kept.drop('hearth.region');
  put(choice.value);
});
