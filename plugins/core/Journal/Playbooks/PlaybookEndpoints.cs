using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Playbooks;

/// <summary>A criterion as people send it: without an id it is new.</summary>
internal sealed record CriterionInput(string? Id, string? Text);

/// <summary>A playbook as people send it; for a change, what is absent stays.</summary>
internal sealed class PlaybookPatch : PatchBody
{
    private const int LongestDescription = 5000;
    private const int LongestCriterion = 200;
    private const int MostCriteria = 20;

    public string? Name { get; set => field = Given(value); }

    public string? Description { get; set => field = Given(value); }

    public IReadOnlyList<CriterionInput>? Criteria { get; set => field = Given(value); }

    /// <summary>The playbook with the changes.</summary>
    public PlaybookRow Apply(PlaybookRow playbook) => playbook with
    {
        Name = Has(nameof(Name)) || playbook.Name.Length == 0 ? Inputs.Name("name", Name) : playbook.Name,
        Description = Has(nameof(Description)) ? Inputs.Text("description", Description, LongestDescription) : playbook.Description,
        Criteria = Has(nameof(Criteria)) ? Check(Criteria ?? []) : playbook.Criteria,
    };

    private static Criterion[] Check(IReadOnlyList<CriterionInput?> criteria)
    {
        Criterion[] clean = [.. criteria.Select(criterion => new Criterion(
            Inputs.Word("criteria", criterion?.Id, 40) ?? Guid.NewGuid().ToString("N")[..8],
            Inputs.Text("criteria", criterion?.Text, LongestCriterion) ?? throw Inputs.Invalid("criteria", "must not hold an empty text.", "不能含空文字。")))];
        bool fits = clean.Length <= MostCriteria && clean.DistinctBy(criterion => criterion.Id).Count() == clean.Length;
        return fits ? clean : throw Inputs.Invalid("criteria", $"may hold at most {MostCriteria} entries with different ids.", $"最多 {MostCriteria} 项，编号不能重复。");
    }
}

internal sealed record PlaybookBody(Guid Id, string Name, string? Description, IReadOnlyList<Criterion> Criteria, int Trades, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record PlaybookList(IReadOnlyList<PlaybookBody> Items);

internal sealed record CriterionResult(string Id, string Text, HitRate Followed, HitRate NotFollowed);

internal sealed record PlaybookDetails(
    Guid Id, string Name, string? Description, IReadOnlyList<CriterionResult> Criteria, HitRate Result, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>Playbooks and what following them came to.</summary>
internal static class PlaybookEndpoints
{
    private const string Table = "playbooks";

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/playbooks", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.playbooks")
            .WithSummary("Playbooks by name");
        journal.MapPost("/playbooks", AddAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.addPlaybook")
            .WithSummary("Add a playbook with its criteria");
        journal.MapGet("/playbooks/{id:guid}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.playbook")
            .WithSummary("A playbook with the hit rate when each criterion was followed and when it was not");
        journal.MapPatch("/playbooks/{id:guid}", ChangeAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.changePlaybook")
            .WithSummary("Change a playbook; what is absent stays");
        journal.MapDelete("/playbooks/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removePlaybook")
            .WithSummary("Delete a playbook; its trades remember it");
        journal.MapPost("/playbooks/{id:guid}/restore", RestoreAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.restorePlaybook")
            .WithSummary("Take the deletion of a playbook back");
    }

    private static PlaybookBody ToBody(this PlaybookRow playbook) => new(
        playbook.Id, playbook.Name, playbook.Description, playbook.Criteria, playbook.Trades, playbook.CreatedAt, playbook.UpdatedAt);

    private static async Task<Ok<PlaybookList>> ListAsync(ITenantDatabase database, PlaybookStore playbooks, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new PlaybookList([.. (await playbooks.ListAsync(transaction, cancellationToken)).Select(ToBody)]));
    }

    private static async Task<Ok<PlaybookBody>> AddAsync(PlaybookPatch input, ITenantDatabase database, PlaybookStore playbooks, CancellationToken cancellationToken)
    {
        PlaybookRow playbook = input.Apply(new PlaybookRow(Guid.CreateVersion7(), string.Empty, null, [], default, default, 0));
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await playbooks.AddAsync(transaction, playbook.Id, playbook.Name, playbook.Description, playbook.Criteria, cancellationToken);
        return await AnswerAsync(transaction, playbooks, playbook.Id, cancellationToken);
    }

    private static async Task<Ok<PlaybookDetails>> GetAsync(
        Guid id, ITenantDatabase database, PlaybookStore playbooks, PlaybookResults results, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        PlaybookRow playbook = await playbooks.GetAsync(transaction, id, cancellationToken);
        HitRate all = await results.OfPlaybookAsync(transaction, id, cancellationToken);
        Dictionary<(string Criterion, bool Followed), HitRate> rates =
            await results.OfCriteriaAsync(transaction, id, playbook.Criteria.Select(criterion => criterion.Id), cancellationToken);
        return TypedResults.Ok(new PlaybookDetails(
            playbook.Id,
            playbook.Name,
            playbook.Description,
            [.. playbook.Criteria.Select(criterion => new CriterionResult(
                criterion.Id, criterion.Text, Rate(rates, criterion.Id, followed: true), Rate(rates, criterion.Id, followed: false)))],
            all,
            playbook.CreatedAt,
            playbook.UpdatedAt));
    }

    private static async Task<Ok<PlaybookBody>> ChangeAsync(
        Guid id, PlaybookPatch patch, ITenantDatabase database, PlaybookStore playbooks, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        PlaybookRow changed = patch.Apply(await playbooks.GetAsync(transaction, id, cancellationToken));
        await playbooks.UpdateAsync(transaction, changed, cancellationToken);
        return await AnswerAsync(transaction, playbooks, id, cancellationToken);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ITenantDatabase database, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!await OwnNames.SetDeletedAsync(transaction, Table, user.Id, id, time.GetUtcNow(), cancellationToken))
        {
            throw ProblemException.NotFound("The playbook");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PlaybookBody>> RestoreAsync(
        Guid id, ITenantDatabase database, PlaybookStore playbooks, ICurrentUser user, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return await OwnNames.SetDeletedAsync(transaction, Table, user.Id, id, null, cancellationToken)
            ? await AnswerAsync(transaction, playbooks, id, cancellationToken)
            : throw ProblemException.NotFound("The playbook");
    }

    private static async Task<Ok<PlaybookBody>> AnswerAsync(TenantTransaction transaction, PlaybookStore playbooks, Guid id, CancellationToken cancellationToken)
    {
        PlaybookRow playbook = await playbooks.GetAsync(transaction, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(playbook.ToBody());
    }

    private static HitRate Rate(Dictionary<(string, bool), HitRate> rates, string criterion, bool followed) =>
        rates.GetValueOrDefault((criterion, followed)) ?? HitRate.Of(0, 0, 0);
}
