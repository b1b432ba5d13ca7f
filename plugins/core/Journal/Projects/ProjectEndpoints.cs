using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Playbooks;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Projects;

/// <summary>A project as people send it; for a change, what is absent stays.</summary>
internal sealed class ProjectPatch : PatchBody
{
    public string? Name { get; set => field = Given(value); }

    public string? Description { get; set => field = Given(value); }
}

internal sealed record ProjectList(IReadOnlyList<ProjectBody> Items);

/// <summary>Groups of trades across accounts.</summary>
internal static class ProjectEndpoints
{
    private const int LongestDescription = 5000;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/projects", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.projects")
            .WithSummary("Projects by name");
        journal.MapPost("/projects", AddAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.addProject")
            .WithSummary("Add a project");
        journal.MapPatch("/projects/{id:guid}", ChangeAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.changeProject")
            .WithSummary("Change a project; what is absent stays");
        journal.MapDelete("/projects/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeProject")
            .WithSummary("Delete a project; its trades remember it");
        journal.MapPost("/projects/{id:guid}/restore", RestoreAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.restoreProject")
            .WithSummary("Take the deletion of a project back");
    }

    private static async Task<Ok<ProjectList>> ListAsync(ITenantDatabase database, ProjectStore projects, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new ProjectList(await projects.ListAsync(transaction, cancellationToken)));
    }

    private static async Task<Ok<ProjectBody>> AddAsync(ProjectPatch input, ITenantDatabase database, ProjectStore projects, CancellationToken cancellationToken)
    {
        Guid id = Guid.CreateVersion7();
        string name = Inputs.Name("name", input.Name);
        string? description = Inputs.Text("description", input.Description, LongestDescription);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await projects.SaveAsync(transaction, id, name, description, cancellationToken);
        return await AnswerAsync(transaction, projects, id, cancellationToken);
    }

    private static async Task<Ok<ProjectBody>> ChangeAsync(
        Guid id, ProjectPatch patch, ITenantDatabase database, ProjectStore projects, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        ProjectBody before = await projects.GetAsync(transaction, id, cancellationToken);
        string name = patch.Has(nameof(patch.Name)) ? Inputs.Name("name", patch.Name) : before.Name;
        string? description = patch.Has(nameof(patch.Description)) ? Inputs.Text("description", patch.Description, LongestDescription) : before.Description;
        await projects.SaveAsync(transaction, id, name, description, cancellationToken);
        return await AnswerAsync(transaction, projects, id, cancellationToken);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ITenantDatabase database, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!await OwnNames.SetDeletedAsync(transaction, ProjectStore.Table, user.Id, id, time.GetUtcNow(), cancellationToken))
        {
            throw ProblemException.NotFound("The project");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ProjectBody>> RestoreAsync(
        Guid id, ITenantDatabase database, ProjectStore projects, ICurrentUser user, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return await OwnNames.SetDeletedAsync(transaction, ProjectStore.Table, user.Id, id, null, cancellationToken)
            ? await AnswerAsync(transaction, projects, id, cancellationToken)
            : throw ProblemException.NotFound("The project");
    }

    private static async Task<Ok<ProjectBody>> AnswerAsync(TenantTransaction transaction, ProjectStore projects, Guid id, CancellationToken cancellationToken)
    {
        ProjectBody project = await projects.GetAsync(transaction, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(project);
    }
}
