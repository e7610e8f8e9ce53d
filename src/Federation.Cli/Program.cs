using System.CommandLine;
using Federation.Cli.Commands;

var root = new RootCommand("Sociocratic federations on Orleans.") { ClusterCommands.Create() };
root.Options.Add(new Option<bool>("--json") { Description = "One JSON document.", Recursive = true });
return await root.Parse(args).InvokeAsync();
