/**
 * The one inline script: before anything is painted it sets the reader's own choice of light or dark, and lets the switch change
 * it; and it says whether the device keeps anything for this reader, so that room is left for it. Its hash stands in the policy of
 * every page, so it stays a constant, and under 300 bytes. `auto` follows the system.
 */
export const themeScript =
  '(d=>{let s={};try{s=localStorage||s}catch{}d.dataset.theme=s.theme||"auto";if(s.reader)d.dataset.own="";addEventListener("click",e=>{if(e.target.closest(".theme"))s.theme=d.dataset.theme=getComputedStyle(d).colorScheme=="dark"?"light":"dark"})})(document.documentElement)'
