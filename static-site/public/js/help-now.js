// The help page is whole without this. With it, the lines of the person's own country stand first, and the choice is remembered.
import { kept, myRegion } from './hearth.js';

const near = document.getElementById('near');
const choice = document.getElementById('country');

function show() {
  near.querySelector('.lines-of')?.remove();
  near.querySelector('.danger')?.remove();
  const country = choice.value && document.getElementById(choice.value);
  if (!country) return;
  const lines = country.querySelector('.lines-of').cloneNode();
  lines.append(...[...country.querySelectorAll('.lines-of > li')].slice(0, 2).map((line) => line.cloneNode(true)));
  near.append(country.querySelector('.danger').cloneNode(true), lines);
}

near.classList.add('ready');
choice.value = myRegion();
if (choice.selectedIndex < 0) choice.value = '';
show();
choice.addEventListener('change', () => {
  if (choice.value) kept.set('hearth.region', choice.value); else kept.drop('hearth.region');
  show();
});
