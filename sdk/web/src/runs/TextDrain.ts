/**
 * Lets text that arrives in bursts appear evenly: each frame shows a share of what is still hidden, up to the end of a
 * word, so that the screen is about 120 ms behind whatever the speed of the model.
 */
export class TextDrain {
  #text = '';
  #shown = 0;
  #frame = 0;
  #previous = 0;

  constructor(
    private readonly onShow: (shown: string, isComplete: boolean) => void,
    private readonly isInstant: () => boolean = prefersInstant,
    private readonly catchUpWithin = 120,
  ) {}

  /** Everything that arrived. */
  get text(): string {
    return this.#text;
  }

  add(piece: string): void {
    this.#text += piece;
    if (this.isInstant()) {
      this.finish();
    } else {
      this.#schedule();
    }
  }

  /** Shows everything at once. */
  finish(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#shown = this.#text.length;
    this.onShow(this.#text, true);
  }

  /** Stops; what is hidden stays hidden. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #schedule(): void {
    if (this.#frame === 0 && this.#shown < this.#text.length) {
      this.#previous = performance.now();
      this.#frame = requestAnimationFrame(this.#step);
    }
  }

  readonly #step = (now: number): void => {
    this.#frame = 0;
    if (this.isInstant()) {
      this.finish();
      return;
    }
    const elapsed = Math.max(now - this.#previous, 4);
    this.#previous = now;
    const lag = this.#text.length - this.#shown;
    this.#shown = endOfWord(this.#text, this.#shown + Math.max(1, Math.ceil((lag * elapsed) / this.catchUpWithin)));
    const isComplete = this.#shown >= this.#text.length;
    this.onShow(this.#text.slice(0, this.#shown), isComplete);
    if (!isComplete) {
      this.#frame = requestAnimationFrame(this.#step);
    }
  };
}

const longestWord = 24;

/** The end of the word at a position; languages without spaces go by character. */
export function endOfWord(text: string, position: number): number {
  let end = Math.min(position, text.length);
  const limit = Math.min(end + longestWord, text.length);
  while (end < limit && /[\p{L}\p{N}\p{P}\p{S}]/u.test(text[end] ?? '') && !/[\u3000-\u9fff\uff00-\uffef]/.test(text[end] ?? '')) {
    end++;
  }
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? Math.min(end + 1, text.length) : end;
}

function prefersInstant(): boolean {
  return document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
