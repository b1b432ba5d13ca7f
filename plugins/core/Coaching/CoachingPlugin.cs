using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Coaches;
using AIWendy.Plugins.Coaching.Conversations;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Plugins.Coaching.Personas;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Coaching;

/// <summary>Coaches, conversations and streamed answers.</summary>
public sealed class CoachingPlugin : IPlugin
{
    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin)
    {
        plugin.AddDatabase<CoachingDbContext>();
        plugin.AddJson(CoachingJsonContext.Default);
        plugin.AddPermission(
            CoachingPermissions.Chat,
            Text.Of("Talk to coaches and keep conversations.", "与教练对话并保存对话。"));

        foreach (Coach coach in BuiltInCoaches.All())
        {
            plugin.AddCoach(coach);
        }

        plugin.Services.AddScoped<CoachCatalogue>();
        plugin.Services.AddScoped<CoachToolBox>();
        plugin.Services.AddScoped<AnswerLoop>();
        plugin.Services.AddScoped<IAnswerStore, AnswerStore>();
        plugin.Services.AddScoped<ConversationStore>();
        plugin.Services.AddScoped<MessageReader>();
        plugin.Services.AddScoped<MessageSender>();
        plugin.Services.AddScoped<StaleAnswers>();

        plugin.AddRunHandler<CoachAnswerRun>(AnswerInput.RunKind);
        plugin.AddJob<PurgeDeletedConversations>("purge-deleted-conversations", JobSchedule.DailyAt(3, 20));
        plugin.MapEndpoints(CoachEndpoints.Map);
        plugin.MapEndpoints(ConversationEndpoints.Map);
        plugin.MapEndpoints(MessageEndpoints.Map);
    }
}

/// <summary>Permissions that this plugin declares.</summary>
internal static class CoachingPermissions
{
    public const string Chat = "coaching.chat";
}
