using System;
using System.IO;
using System.Text;
using ChannelModel.Tool;

// UTF-8 whatever the terminal's code page: plans have Chinese names, and redirected output must be the same bytes everywhere.
using Stream output = Console.OpenStandardOutput();
using Stream error = Console.OpenStandardError();
using var outWriter = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
using var errorWriter = new StreamWriter(error, new UTF8Encoding(false)) { NewLine = "\n" };
return ToolProgram.Run(args, outWriter, errorWriter, Terminal.Detect());
