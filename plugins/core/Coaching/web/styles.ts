/** The look of conversations; every colour is a token. */
export const styles = `
.co-chat { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column; background: var(--surface); }
@media (min-width: 1440px) { .co-chat[data-evidence] { margin-inline-end: var(--drawer); } }
.co-grow { flex: 1; }

.co-head { display: flex; align-items: center; gap: 8px; height: 52px; flex: none; padding: 0 var(--s5) 0 var(--s4); border-bottom: 1px solid var(--line); }
.co-picker { display: flex; align-items: center; gap: 9px; padding: 4px 8px 4px 4px; border-radius: var(--r-md); text-align: left; white-space: nowrap; }
.co-picker:hover, .co-picker[aria-expanded='true'] { background: var(--hover); }
.co-picker b { display: block; line-height: 1.25; font-weight: 620; }
.co-picker small { display: block; color: var(--text-3); font-size: 12px; line-height: 1.3; }
.co-chip { display: inline-flex; align-items: center; gap: 5px; height: 26px; padding: 0 8px; border: 1px solid var(--line); border-radius: var(--r-md); color: var(--text-2); font-size: 12px; white-space: nowrap; min-width: 0; }
.co-chip > span { overflow: hidden; text-overflow: ellipsis; }
.co-chip .aw-icon { color: var(--text-3); }
.co-chip:hover { border-color: var(--line-2); }

.co-coaches { width: min(344px, calc(100vw - 36px)); margin: -8px; }
.co-coaches-head { font-size: 12px; color: var(--text-3); padding: 5px 8px; }
.co-coach-option { display: flex; width: 100%; gap: 10px; align-items: center; padding: 7px 8px; border-radius: var(--r-md); text-align: left; }
.co-coach-option:hover, .co-coach-option[aria-pressed='true'] { background: var(--hover); }
.co-coach-option > span:nth-child(2) { flex: 1; line-height: 1.35; }
.co-coach-option b { font-weight: 600; }
.co-coach-option em { font-style: normal; color: var(--text-3); font-size: 12px; margin-inline-start: 4px; }
.co-coach-option small { display: block; color: var(--text-2); font-size: 12px; }
.co-coaches-foot { border-top: 1px solid var(--line); margin-top: 6px; padding-top: 6px; }
.co-reads { width: min(300px, calc(100vw - 48px)); }
.co-reads b { font-weight: 600; }
.co-reads ul { margin: 8px 0; display: grid; gap: 8px; }
.co-reads li { display: flex; gap: 8px; }
.co-reads li .aw-icon { color: var(--text-3); margin-top: 2px; }
.co-reads li small { display: block; color: var(--text-3); font-size: 11px; }
.co-reads p { color: var(--text-2); font-size: 12px; border-top: 1px solid var(--line); padding-top: 8px; }

.co-scroll-frame { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column; }
.co-scroll { flex: 1; min-height: 0; overflow: auto; padding: var(--s5) var(--s6) var(--s4); scrollbar-gutter: stable both-edges; }
.co-scroll:focus-visible { outline: 0; box-shadow: inset 0 0 0 2px var(--accent-line); }
.co-column { max-width: 712px; margin: 0 auto; }
.co-older { display: flex; margin: 0 auto 12px; }
.co-turn { display: flex; gap: 12px; margin-bottom: 10px; }
.co-turn[data-role='user'] { justify-content: flex-end; margin: 10px 0 var(--s5); }
.co-user { background: var(--hover); border-radius: 12px 12px 3px 12px; padding: 9px 14px; max-width: 560px; font-size: var(--fs-14); line-height: var(--lh-read); white-space: pre-wrap; overflow-wrap: anywhere; }
html:lang(zh) .co-user { line-height: 1.75; }
.co-turn-body { min-width: 0; flex: 1; }
.co-name { display: flex; gap: 7px; align-items: center; height: 28px; }
.co-name b { font-weight: 620; }
.co-name small { color: var(--text-3); font-size: 12px; }
.co-waiting { color: var(--text-3); font-size: 13px; margin-top: 6px; }
.co-fold { margin-inline-start: -3px; }
.co-fold > summary, .co-fold-head { min-height: 24px; display: inline-flex; gap: 4px; align-items: center; color: var(--text-3); font-size: 12.5px; padding: 2px 0; list-style: none; cursor: pointer; border-radius: var(--r-sm); }
.co-fold > summary::-webkit-details-marker { display: none; }
.co-fold > summary > .aw-icon:first-child, .co-fold-head > .aw-icon:first-child { width: 14px; height: 14px; transition: transform var(--t-fast) var(--ease); }
.co-fold[open] > summary > .aw-icon:first-child, .co-fold-head[aria-expanded='true'] > .aw-icon:first-child { transform: rotate(90deg); }
.co-fold-head small { margin-inline-start: 4px; font-size: 12px; }
.co-thoughts { margin: 2px 0 6px 6px; padding-inline-start: 13px; border-inline-start: 1px solid var(--line-2); color: var(--text-2); font-size: 12.5px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
.co-steps { margin: 2px 0 0 6px; padding-inline-start: 13px; border-inline-start: 1px solid var(--line-2); }
.co-steps li { display: flex; gap: 7px; align-items: center; color: var(--text-2); font-size: 12.5px; padding: 2px 0; }
.co-steps li .aw-icon { width: 14px; height: 14px; color: var(--ok); }
.co-steps li[data-status='failed'] .aw-icon { color: var(--warn); }
.co-steps li small { margin-inline-start: auto; padding-inline-end: 4px; color: var(--text-3); font-size: 11px; }
.co-text { margin-top: 10px; }
.co-text[data-growing] .aw-md > :last-child:not(ul, ol, pre, .aw-md-table)::after,
.co-text[data-growing] .aw-md > :is(ul, ol):last-child > li:last-child::after { content: ''; display: inline-block; width: 7px; height: 16px; margin-inline-start: 3px; border-radius: 1px; vertical-align: -3px; background: var(--co-caret); animation: co-blink 1s steps(2) infinite; }
@keyframes co-blink { 50% { opacity: .15; } }
@media (prefers-reduced-motion: reduce) { .co-text .aw-md ::after { animation: none !important; } }
.co-parts { display: grid; gap: 10px; margin-top: 12px; }
.co-parts:empty { display: none; }
.co-ending { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 10px; color: var(--text-2); font-size: 12.5px; }
.co-ending > span { display: inline-flex; gap: 5px; align-items: center; }
.co-ending > span .aw-icon { width: 13px; height: 13px; color: var(--text-3); }
.co-actions { display: flex; gap: 1px; align-items: center; margin: 4px 0 6px -6px; min-height: 26px; color: var(--text-3); opacity: 0; transition: opacity var(--t-fast) var(--ease); }
.co-turn:hover .co-actions, .co-turn:focus-within .co-actions, .co-turn:last-child .co-actions { opacity: 1; }
.co-actions .aw-icon-btn { width: 26px; height: 26px; color: var(--text-3); }
.co-actions small { margin-inline-start: 8px; font-size: 12px; }
@media (hover: none) { .co-actions { opacity: 1; } }
.co-turn [role='alert'] { margin-top: 10px; }
.co-crisis { border: 1px solid var(--line-2); border-radius: var(--r-lg); padding: 6px 18px 16px; margin: 4px 0 20px; background: var(--surface); }
.co-new-text { position: absolute; bottom: 10px; left: 50%; transform: translateX(-50%); display: inline-flex; gap: 5px; align-items: center; height: 30px; padding: 0 12px 0 9px; border-radius: var(--r-full); border: 1px solid var(--line-2); background: var(--surface); box-shadow: var(--shadow-2); font-size: 12.5px; font-weight: 550; }
.co-new-text:hover { background: var(--hover); }
.co-reconnecting { text-align: center; color: var(--text-2); font-size: 12.5px; padding: 4px var(--s4); }

.co-composer { padding: 0 var(--s6) 10px; flex: none; }
.co-queued { display: flex; gap: 6px; align-items: center; max-width: 712px; margin: 0 auto 6px; font-size: 12.5px; color: var(--text-2); min-width: 0; }
.co-queued > .aw-icon { color: var(--text-3); width: 14px; height: 14px; }
.co-queued > span { white-space: nowrap; }
.co-queued em { font-style: normal; color: var(--text-3); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; min-width: 0; }
.co-box { display: block; max-width: 712px; margin: 0 auto; border: 1px solid var(--control); border-radius: 12px; background: var(--surface); box-shadow: var(--shadow-2); }
.co-box:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent), var(--shadow-2); }
.co-box textarea { display: block; width: 100%; resize: none; border: 0; outline: 0; box-shadow: none; background: none; color: inherit; padding: 11px 14px 4px; font: inherit; font-size: 14px; line-height: 1.5; max-height: calc(8 * 1.5em + 15px); overflow: auto; }
.co-box textarea::placeholder { color: var(--text-3); opacity: 1; }
.co-box-bar { display: flex; align-items: center; gap: 8px; padding: 5px 7px 7px 14px; min-height: 42px; }
.co-hint { font-size: 12px; color: var(--text-3); }
.co-count { font-size: 12px; color: var(--text-2); }
.co-count[data-over] { color: var(--danger); }
.co-box-bar .aw-btn { border-radius: 8px; }
.co-stop { height: 30px; padding: 0 10px 0 8px; border-radius: 8px; background: var(--ink); color: var(--ink-on); display: inline-flex; gap: 6px; align-items: center; font-weight: 600; }
.co-stop:hover { background: var(--ink-hover); }
.co-stop:disabled { cursor: default; }
.co-stop .aw-icon { width: 13px; height: 13px; }
.co-stop kbd { font: 500 11px/1 var(--font); border: 1px solid currentColor; border-radius: 4px; padding: 2px 4px; background: none; color: inherit; }
.co-note { max-width: 712px; margin: 7px auto 0; font-size: 12px; color: var(--text-3); text-align: center; }
.co-note button { min-height: 24px; }

.co-greeting { padding: clamp(8px, 6vh, 56px) 0 24px; }
.co-greeting-who { display: flex; gap: 14px; align-items: center; }
.co-greeting h1 { font-size: var(--fs-20); line-height: 1.3; font-weight: 650; letter-spacing: -.015em; display: flex; gap: 8px; align-items: center; }
html:lang(zh) .co-greeting h1 { letter-spacing: 0; font-weight: 600; }
.co-greeting-who p { color: var(--text-2); font-size: 14px; margin-top: 2px; }
.co-choices { display: flex; flex-wrap: wrap; gap: 6px; margin: 20px 0 0; }
.co-choices button { display: inline-flex; gap: 7px; align-items: center; min-height: 32px; padding: 0 11px 0 6px; border: 1px solid var(--line); border-radius: var(--r-md); font-weight: 500; }
.co-choices button:hover { border-color: var(--line-2); }
.co-choices button[aria-checked='true'] { background: var(--hover); border-color: var(--line-2); font-weight: 600; }
.co-choices small { color: var(--text-3); font-size: 12px; font-weight: 400; }
.co-choices button[aria-checked='true'] small { color: var(--text-2); }
.co-choices button[aria-checked='false'] small { display: none; }
.co-greeting h2 { font-size: 12.5px; font-weight: 600; color: var(--text-3); margin: 28px 0 6px; }
.co-starters { border-top: 1px solid var(--line); }
.co-starters li { border-bottom: 1px solid var(--line); }
.co-starters button { display: block; width: 100%; text-align: left; padding: 11px 8px; font-size: 14px; line-height: 1.5; border-radius: var(--r-sm); }
.co-starters button:hover { background: var(--sunken); }

.co-list { margin-top: 2px; }
.co-list-head { display: flex; align-items: center; justify-content: space-between; padding: 10px 2px 3px 8px; font-size: var(--fs-11); font-weight: 600; color: var(--text-3); }
html:lang(zh) .co-list-head { font-size: 12px; }
.co-list-head .aw-icon-btn { width: 24px; height: 24px; }
.co-list-none { padding: 4px 8px; color: var(--text-3); font-size: 12px; }
.co-row { display: flex; align-items: center; border-radius: var(--r-md); position: relative; }
.co-row > a { flex: 1; min-width: 0; display: block; padding: 5px 8px; border-radius: var(--r-md); color: var(--text-2); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.co-row:hover, .co-row:has([aria-current='page']) { background: var(--hover); }
.co-row > a[aria-current='page'] { color: var(--text); font-weight: 550; }
html:lang(zh) .co-row > a[aria-current='page'] { font-weight: 500; }
.co-row .aw-icon-btn { width: 24px; height: 24px; margin-inline-end: 2px; opacity: 0; }
.co-row:hover .aw-icon-btn, .co-row .aw-icon-btn:focus-visible, .co-row .aw-icon-btn[data-state='open'] { opacity: 1; }
@media (hover: none) { .co-row .aw-icon-btn { opacity: 1; } }
.co-list[data-large] .co-row > a { padding: 11px 8px; font-size: 14px; }
.co-list[data-large] .co-row .aw-icon-btn { width: 40px; height: 40px; opacity: 1; }
@media (min-width: 768px) and (max-width: 1023px) { .co-list:not([data-large]) { display: none; } }

.co-key { font-family: var(--mono); font-size: 11px; color: var(--text-3); }
.co-figure-name { font-size: 16px; font-weight: 620; letter-spacing: -.01em; margin: 2px 0 8px; }
html:lang(zh) .co-figure-name { letter-spacing: 0; font-weight: 600; }
.co-figure-value { font-size: 24px; font-weight: 620; letter-spacing: -.02em; font-variant-numeric: tabular-nums lining-nums; margin-bottom: 10px; }
.co-facts > div { display: flex; justify-content: space-between; gap: 10px; padding: 8px 0; border-top: 1px solid var(--line); }
.co-facts dt { color: var(--text-2); }
.co-facts dd { text-align: right; font-variant-numeric: tabular-nums; }
.co-facts dd b { font-weight: 620; }
.co-how { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 8px 0; }
.co-how summary { color: var(--text-2); font-weight: 500; cursor: pointer; }
.co-how p { margin-top: 6px; color: var(--text-2); font-size: 12.5px; line-height: 1.6; }
.co-trades h4 { margin: 14px 0 2px; font-size: 12.5px; font-weight: 620; }
.co-trades table { width: 100%; border-collapse: collapse; }
.co-trades th { height: 30px; text-align: left; font-size: 12px; font-weight: 500; color: var(--text-3); border-bottom: 1px solid var(--line); }
.co-trades td { height: 32px; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
.co-trades [data-number] { text-align: right; }
.co-trades small { color: var(--text-3); font-size: 12px; margin-inline-start: 6px; }
.co-trades tr[data-current] td { background: var(--accent-soft); }
.co-trades tr[data-current] small { color: var(--text-2); }

.co-help { display: grid; gap: 8px; margin: 12px 0; }
.co-help li { display: grid; grid-template-columns: minmax(92px, auto) auto 1fr; gap: 2px 10px; align-items: baseline; border-top: 1px solid var(--line); padding-top: 8px; }
.co-help b { font-weight: 600; }
.co-help span { color: var(--text-2); }
.co-help a { font-size: 15px; }

.co-card .aw-card-body { display: flex; flex-direction: column; gap: 10px; height: 100%; }
.co-card-head { display: flex; gap: 12px; align-items: center; }
.co-card-head > div { flex: 1; }
.co-card-head h2 { font-size: var(--fs-16); font-weight: 620; display: flex; gap: 7px; align-items: center; }
.co-card-head div > span { color: var(--text-3); font-size: 12px; }
.co-card p { color: var(--text-2); }
.co-card-starters { display: grid; gap: 5px; }
.co-card-foot { display: flex; gap: 10px; align-items: center; justify-content: space-between; margin-top: auto; padding-top: 6px; }
.co-card-foot small { display: inline-flex; gap: 5px; align-items: center; color: var(--text-3); font-size: 12px; }
.co-card-foot small .aw-icon { width: 13px; height: 13px; }

@media (max-width: 767px) {
  .co-chat { background: var(--bg); }
  .co-head { padding: 0 8px; }
  .co-head .aw-icon-btn { width: 40px; height: 40px; }
  .co-chip { height: 32px; }
  .co-scroll { padding: 14px 14px 8px; scrollbar-gutter: auto; }
  .co-turn[data-role='coach'] { display: block; }
  .co-turn[data-role='coach'] > .aw-coach-tile { float: left; margin-inline-end: 10px; }
  .co-turn-body > :not(.co-name) { clear: left; }
  .co-name { margin-bottom: 4px; }
  .co-user { max-width: 88%; }
  .co-text .aw-md { font-size: 15px; }
  .co-composer { padding: 6px 10px 8px; }
  .co-box-bar { padding-inline-start: 10px; }
  .co-stop { height: 38px; padding: 0 14px 0 11px; }
  .co-stop kbd { display: none; }
  .co-note > span { display: none; }
  .co-note { margin-top: 2px; }
  .co-actions .aw-icon-btn { width: 40px; height: 40px; }
  .co-choices button { min-height: 40px; }
  .co-choices small { display: none; }
  .co-greeting { padding-top: 8px; }
  .co-fold > summary, .co-fold-head { min-height: 32px; }
}
`;
