import { contributions } from '@aiwendy/sdk';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { openPalette, openShortcuts } from './paletteState';
import { runCommand } from './runCommand';
import { isWriting, matchesChord, matchesSequence } from './shortcuts';

const sequenceWindow = 1200;

/** Listens for the shell's shortcuts and those of plugins' commands. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  const typed = useRef<{ keys: string[]; at: number }>({ keys: [], at: 0 });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) {
        return;
      }
      const run = (action: () => unknown) => {
        event.preventDefault();
        typed.current.keys = [];
        void action();
      };
      if (matchesChord('Ctrl K', event)) {
        run(openPalette);
        return;
      }
      if (matchesChord('Ctrl /', event)) {
        run(openShortcuts);
        return;
      }
      const commands = contributions().commands.filter((command) => command.shortcut);
      const context = { navigate: (to: string) => void navigate(to) };
      const chord = commands.find((command) => matchesChord(command.shortcut ?? '', event));
      if (chord) {
        run(() => runCommand(chord, context));
        return;
      }
      if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || document.querySelector('dialog[open]')) {
        return;
      }
      const now = Date.now();
      typed.current.keys = [...(now - typed.current.at < sequenceWindow ? typed.current.keys : []), event.key].slice(-3);
      typed.current.at = now;
      if (matchesSequence('g h', typed.current.keys)) {
        run(() => navigate('/'));
        return;
      }
      const sequence = commands.find((command) => matchesSequence(command.shortcut ?? '', typed.current.keys));
      if (sequence) {
        run(() => runCommand(sequence, context));
      }
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [navigate]);
}
