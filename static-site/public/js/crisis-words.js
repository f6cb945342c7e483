// Does a text read like somebody in danger now? Only to offer help lines before sending: it never stops a post,
// and the screening on the server judges for itself. Better once too often than once too few.
const phrases = `
kill myself|killing myself|end my life|ending my life|take my (own )?life|taking my (own )?life|end it all|ending it all|end things tonight
want to die|wanna die|wish i (was|were) dead|wish i (would|could) (just )?(die|not wake up)|rather be dead|ready to die|going to die tonight|better off dead
(don ?t|do not|didn ?t|no longer) (want to|wanna) (live|be alive|wake up|be here|exist)|want to (disappear|not exist|sleep and never wake|stop existing)
suicidal|commit suicide|thinking (of|about) suicide|attempt suicide|suicide note|kms|unalive myself|ctb
(no|any) (reason|point) (to|in) (live|living|going on|carrying on)|nothing (left )?to live for|(can ?t|cannot|can not) (go on|carry on|do this any ?more|keep going|keep myself safe)
better off without me|this is (my )?goodbye|goodbye (everyone|everybody|all)|won ?t be here (tomorrow|much longer)|my last (post|message|night)
(hurt|hurting|harm|harming|cut|cutting|burn|burning|starve|starving) myself|self ?harm(ing|ed)? (again|tonight|today|now)|(want|need|urge|going) to (cut|self ?harm)|(started|been|am|im) (cutting|self ?harming)
took (an|a|too many) (overdose|pills|tablets)|taken (an overdose|too many)|going to overdose|have a plan to (die|end)
not safe (right now|tonight|at home|with myself)|in danger (right )?now|going to jump`;

const pattern = new RegExp(`\\b(?:${phrases.trim().replace(/\n/g, '|')})\\b`);

export function readsLikeCrisis(text) {
  return pattern.test(text.normalize('NFKC').toLowerCase().replace(/[’'`‘-]/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' '));
}
