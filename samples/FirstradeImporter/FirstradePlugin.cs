namespace FirstradeImporter;

public sealed class FirstradePlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddTradeImporter<FirstradeHistory>();
}
