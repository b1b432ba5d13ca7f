import { Input, useT } from '@aiwendy/sdk';
import { useState, type InputHTMLAttributes, type KeyboardEvent, type Ref } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  autoComplete: 'current-password' | 'new-password';
  ref?: Ref<HTMLInputElement>;
}

/** A password that can be shown while typing, with a hint when caps lock is on. */
export function PasswordInput(props: Props) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const [isCapsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent<HTMLInputElement>) => {
    setCapsLock(event.getModifierState('CapsLock'));
  };
  return (
    <span className="grid">
      <span className="relative block">
        <Input
          {...props}
          type={isShown ? 'text' : 'password'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className="w-full"
          style={{ paddingInlineEnd: '64px' }}
          onKeyDown={watch}
          onKeyUp={watch}
          onBlur={() => {
            setCapsLock(false);
          }}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={t('showPassword')}
          className="absolute inset-y-0.5 end-0.5 min-w-12 rounded-sm px-2 text-12 text-text-2 hover:bg-hover"
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {t(isShown ? 'hide' : 'show')}
        </button>
      </span>
      <span role="status" className={isCapsLock ? 'mt-1 text-12 text-warn' : undefined}>
        {isCapsLock ? t('capsLock') : ''}
      </span>
    </span>
  );
}
