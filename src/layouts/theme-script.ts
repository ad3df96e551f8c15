/**
 * The one inline script: before anything is painted it sets the reader's own choice of light or dark, and lets the switch change
 * it. Its hash stands in the policy of every page, so it stays a constant, and under 300 bytes. `auto` follows the system.
 */
export const themeScript =
  '(d=>{let s={};try{s=localStorage}catch{}d.dataset.theme=s.theme||"auto";addEventListener("click",e=>{if(e.target.closest(".theme"))s.theme=d.dataset.theme=getComputedStyle(d).colorScheme=="dark"?"light":"dark"})})(document.documentElement)'
