import { Icon, Input, useT } from '@aiwendy/sdk';
import { useId, useState } from 'react';

/** Short words as chips, with one field to add more; a comma or Enter ends a word, Backspace in the empty field takes the last. */
export function Words({ label, words, suggestions, onChange, most = 20 }: { label: string; words: readonly string[]; suggestions: readonly string[]; onChange: (words: string[]) => void; most?: number }) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const fresh = text.split(',').map((word) => word.trim().replace(/^#/, '').replaceAll('|', '')).filter(Boolean);
    const all = [...words];
    for (const word of fresh) {
      if (!all.some((one) => one.toLowerCase() === word.toLowerCase()) && all.length < most) {
        all.push(word.slice(0, 40));
      }
    }
    setTyped('');
    if (all.length > words.length) {
      onChange(all);
    }
  };
  const type = (text: string) => {
    if (text.includes(',') || suggestions.some((one) => one === text)) {
      add(text);
    } else {
      setTyped(text);
    }
  };
  return (
    <div className="grid gap-2">
      {words.length > 0 ? (
        <ul className="flex flex-wrap gap-1" aria-label={label}>
          {words.map((word) => (
            <li key={word} className="flex items-center rounded-md bg-hover pl-2 text-12">
              <span className="break-all">{word}</span>
              <button type="button" className="grid h-6 w-6 place-items-center rounded-md text-text-3 hover:text-text max-md:h-10 max-md:w-9" aria-label={t('words.remove', { word })} onClick={() => { onChange(words.filter((one) => one !== word)); }}>
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Input
        aria-label={t('words.add', { label })}
        placeholder={t('words.add', { label })}
        list={id}
        maxLength={40}
        value={typed}
        disabled={words.length >= most}
        onChange={(event) => { type(event.target.value); }}
        onBlur={() => { add(typed); }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '' && words.length > 0) {
            onChange(words.slice(0, -1));
          }
        }}
      />
      <datalist id={id}>{suggestions.filter((one) => !words.includes(one)).map((one) => <option key={one} value={one} />)}</datalist>
    </div>
  );
}
