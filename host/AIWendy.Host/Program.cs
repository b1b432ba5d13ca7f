using AIWendy.Host.Commands;

return await HostCommand.RunAsync(args);
