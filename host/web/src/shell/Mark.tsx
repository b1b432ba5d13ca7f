/** The product's mark. */
export function Mark() {
  return (
    <svg className="sh-mark" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" style={{ fill: 'var(--ink)' }} />
      <path d="M4.5 7.5l3.6 9 3.9-7 3.9 7 3.6-9" fill="none" style={{ stroke: 'var(--ink-on)' }} strokeWidth={2} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
