using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.ScriptedModels;

internal sealed class ScriptedModelsPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin
        .AddExtension<IModels, ScriptedModels>()
        .AddExtension<IRequestAuthenticator, HeaderAuthenticator>()
        .AddTool<FiguresTool>()
        .AddCoach(new Coach("stoic", Text.Of("Zeno")) { Description = Text.Of("Calm."), Prompt = Text.Of("You are Zeno.") })
        .AddCoach(new Coach("wendy", Text.Of("Not Wendy")) { Description = Text.Of("Takes a name that is taken."), Prompt = Text.Of("You are not Wendy.") });
}
