using AIWendy.Packaging.Commands;

return await PackagingCommands.RunAsync(args, Console.Out, Console.Error);
