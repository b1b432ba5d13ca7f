namespace AIWendy.Plugins.Journal.Import;

/// <summary>Walks over a short text of digits and separators.</summary>
internal ref struct Scanner(string text)
{
    private readonly ReadOnlySpan<char> _text = text.AsSpan().Trim();
    private int _at = 0;

    public readonly bool AtEnd => _at >= _text.Length;

    /// <summary>Reads digits; the value is only meaningful up to nine of them.</summary>
    public int Number(out int digits)
    {
        int value = 0;
        digits = 0;
        while (!AtEnd && char.IsAsciiDigit(_text[_at]))
        {
            value = digits < 9 ? (value * 10) + (_text[_at] - '0') : value;
            digits++;
            _at++;
        }

        return value;
    }

    /// <summary>Reads the digits of a fraction of a second as ticks.</summary>
    public long Fraction()
    {
        long ticks = 0;
        long unit = TimeSpan.TicksPerSecond / 10;
        while (!AtEnd && char.IsAsciiDigit(_text[_at]))
        {
            ticks += unit * (_text[_at] - '0');
            unit /= 10;
            _at++;
        }

        return ticks;
    }

    /// <summary>Takes one character if it is among the given ones.</summary>
    public bool Take(string any)
    {
        if (AtEnd || !any.Contains(_text[_at]))
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Takes a word regardless of case.</summary>
    public bool TakeWord(string word)
    {
        if (!_text[_at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    /// <summary>Skips any of the given characters.</summary>
    public void Skip(string any)
    {
        while (Take(any))
        {
        }
    }

    /// <summary>Goes back by a number of characters.</summary>
    public void Rewind(int count) => _at -= count;

    /// <summary>Reads the eight digits before the position as a packed date.</summary>
    public readonly bool TryPackedDate(out int packed) => int.TryParse(_text[(_at - 8).._at], out packed);
}
