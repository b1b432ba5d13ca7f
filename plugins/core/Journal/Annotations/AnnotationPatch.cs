using AIWendy.Plugins.Journal.Endpoints;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>What is to change about a trade's annotation.</summary>
internal sealed class AnnotationPatch : PatchBody
{
    /// <summary>Most tags, mistakes or criteria of a trade.</summary>
    public const int MostWords = 20;

    /// <summary>Longest tag.</summary>
    public const int LongestTag = 40;

    public string? Note { get; set => field = Given(value); }

    public IReadOnlyList<string>? Tags { get; set => field = Given(value); }

    public Guid? PlaybookId { get; set => field = Given(value); }

    public IReadOnlyList<string>? Criteria { get; set => field = Given(value); }

    public Guid? ProjectId { get; set => field = Given(value); }

    public decimal? PlannedEntry { get; set => field = Given(value); }

    public decimal? PlannedStop { get; set => field = Given(value); }

    public decimal? PlannedTarget { get; set => field = Given(value); }

    public IReadOnlyList<string>? Mistakes { get; set => field = Given(value); }

    public string? EmotionBefore { get; set => field = Given(value); }

    public string? EmotionDuring { get; set => field = Given(value); }

    public string? EmotionAfter { get; set => field = Given(value); }

    public int? Confidence { get; set => field = Given(value); }

    public int? Stress { get; set => field = Given(value); }

    public int? Rating { get; set => field = Given(value); }

    /// <summary>The annotation with the changes. Another playbook drops the criteria of the one before.</summary>
    public Annotation Apply(Annotation before)
    {
        bool otherPlaybook = Has(nameof(PlaybookId)) && PlaybookId != before.PlaybookId;
        return before with
        {
            Note = Has(nameof(Note)) ? Inputs.Text("note", Note, Inputs.LongestNote) : before.Note,
            Tags = Has(nameof(Tags)) ? AnnotationTags.Of("tags", Tags) : before.Tags,
            PlaybookId = Has(nameof(PlaybookId)) ? PlaybookId : before.PlaybookId,
            Criteria = Has(nameof(Criteria)) ? Inputs.Words("criteria", Criteria, MostWords, LongestTag) : otherPlaybook ? [] : before.Criteria,
            ProjectId = Has(nameof(ProjectId)) ? ProjectId : before.ProjectId,
            PlannedEntry = Has(nameof(PlannedEntry)) ? Inputs.Amount("plannedEntry", PlannedEntry) : before.PlannedEntry,
            PlannedStop = Has(nameof(PlannedStop)) ? Inputs.Amount("plannedStop", PlannedStop) : before.PlannedStop,
            PlannedTarget = Has(nameof(PlannedTarget)) ? Inputs.Amount("plannedTarget", PlannedTarget) : before.PlannedTarget,
            Mistakes = Has(nameof(Mistakes)) ? Inputs.Words("mistakes", Mistakes, MostWords, Inputs.LongestName) : before.Mistakes,
            EmotionBefore = Has(nameof(EmotionBefore)) ? Inputs.Word("emotionBefore", EmotionBefore, LongestTag) : before.EmotionBefore,
            EmotionDuring = Has(nameof(EmotionDuring)) ? Inputs.Word("emotionDuring", EmotionDuring, LongestTag) : before.EmotionDuring,
            EmotionAfter = Has(nameof(EmotionAfter)) ? Inputs.Word("emotionAfter", EmotionAfter, LongestTag) : before.EmotionAfter,
            Confidence = Has(nameof(Confidence)) ? Inputs.Scale("confidence", Confidence) : before.Confidence,
            Stress = Has(nameof(Stress)) ? Inputs.Scale("stress", Stress) : before.Stress,
            Rating = Has(nameof(Rating)) ? Inputs.Scale("rating", Rating) : before.Rating,
        };
    }
}

/// <summary>Reads tags: at most 20 short ones, without a leading #.</summary>
internal static class AnnotationTags
{
    public static string[] Of(string field, IEnumerable<string?>? tags) =>
        Inputs.Words(field, tags?.Select(tag => tag?.Trim().TrimStart('#')), AnnotationPatch.MostWords, AnnotationPatch.LongestTag);
}
