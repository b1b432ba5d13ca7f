namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>Looks for one habit. Pure: no database, no clock; the same input gives the same finding.</summary>
internal interface IBehaviourDetector
{
    /// <summary>Stable snake_case id.</summary>
    string Id { get; }

    /// <summary>Below this many observations nothing is said; what counts as one is documented for each detector.</summary>
    int RequiredObservations { get; }

    /// <summary>Looks at the trades.</summary>
    Finding Detect(BehaviourInput input);
}

/// <summary>What a detector found. It describes what goes together in these trades; it is no diagnosis.</summary>
/// <param name="Detector">Id of the detector.</param>
/// <param name="N">Number of observations.</param>
/// <param name="RequiredN">How many the detector needs.</param>
internal sealed record Finding(string Detector, int N, int RequiredN)
{
    /// <summary>How strong the habit shows, 0 to 100; <see langword="null"/> when nothing is said.</summary>
    public double? Score { get; init; }

    /// <summary>Size of the effect; <see langword="null"/> when nothing is said.</summary>
    public double? Effect { get; init; }

    /// <summary>One of <see cref="FindingUnits"/>.</summary>
    public required string EffectUnit { get; init; }

    /// <summary>Where the true effect lies, at 95 %, or <see langword="null"/> where no interval is defined.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>
    /// Chance of an effect at least this large in the direction of the habit if there were none. <see langword="null"/>
    /// when nothing is said or the detector only describes.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary><see cref="PValue"/> after the correction for the whole battery.</summary>
    public double? Corrected { get; init; }

    /// <summary>Whether the effect is large enough to matter to anybody.</summary>
    public bool Relevant { get; init; }

    /// <summary>Whether it is both relevant and, after the correction, hardly chance.</summary>
    public bool Significant { get; init; }

    /// <summary>What the trades concerned cost; negative when they earned; <see langword="null"/> where money does not apply.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Why nothing is said: one of <see cref="FindingReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Trades that show it, clearest first, at most ten.</summary>
    public IReadOnlyList<Guid> Evidence { get; init; } = [];

    /// <summary>The numbers behind the effect.</summary>
    public IReadOnlyList<FindingPart> Parts { get; init; } = [];

    /// <summary>A finding that says nothing.</summary>
    public static Finding Silent(IBehaviourDetector detector, int n, string unit, string reason = FindingReasons.NotEnoughData) =>
        new(detector.Id, n, detector.RequiredObservations) { EffectUnit = unit, Reason = reason };
}

/// <summary>One of the numbers behind a finding.</summary>
/// <param name="Id">Stable snake_case id, unique within the finding.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">One of <see cref="FindingUnits"/>.</param>
internal sealed record FindingPart(string Id, double Value, string Unit);

/// <summary>Units of effects and parts.</summary>
internal static class FindingUnits
{
    /// <summary>Money in the currency of the trades.</summary>
    public const string Money = FigureUnits.Money;

    /// <summary>0 to 100; for differences of rates, percentage points.</summary>
    public const string Percent = FigureUnits.Percent;

    /// <summary>A pure number.</summary>
    public const string Ratio = FigureUnits.Ratio;

    /// <summary>A number of trades or days.</summary>
    public const string Count = FigureUnits.Count;

    /// <summary>Minutes.</summary>
    public const string Minutes = FigureUnits.Minutes;

    /// <summary>Multiples of the planned risk.</summary>
    public const string R = "r";
}

/// <summary>Why a detector says nothing.</summary>
internal static class FindingReasons
{
    /// <summary>Fewer observations than the detector needs.</summary>
    public const string NotEnoughData = "not_enough_data";

    /// <summary>The observations are all alike, so that there is nothing to compare.</summary>
    public const string NoVariation = "no_variation";
}
