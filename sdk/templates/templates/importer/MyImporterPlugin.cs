namespace MyImporter;

public sealed class MyImporterPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddTradeImporter<MyImporterFormat>();
}
