namespace PositionSize;

public sealed class PositionSizePlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin
        .AddJson(PositionSizeJson.Default)
        .AddPermission("position-size.use", Text.Of("Computes position sizes.", zh: "计算仓位大小。"), Role.Viewer)
        .AddTool<PositionSizeTool>()
        .AddCoach(new Coach("risk-keeper", Text.Of("Rita", zh: "丽塔"))
        {
            Style = CoachStyle.Analytical,
            Description = Text.Of("Size first, then the trade.", zh: "先定仓位，再谈交易。"),
            Prompt = Text.Of(
                "You keep a trader's risk small. Never compute a size yourself: call position_size and cite its figures.",
                zh: "你帮助交易者把风险控制在小范围内。不要自己计算仓位：调用 position_size 并引用它的数字。"),
            Starters = [Text.Of("How many shares may I buy?", zh: "我可以买多少股？")],
        })
        .MapEndpoints(api => api.MapGet("/position-size", PositionSizeEndpoints.Get)
            .RequirePermission("position-size.use")
            .WithName("position-size.get")
            .WithSummary("How large a position may be for a given risk.")
            .WithTags("Position size"));
}
