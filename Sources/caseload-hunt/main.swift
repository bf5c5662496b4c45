import Foundation

exit(HuntTool.run(Array(CommandLine.arguments.dropFirst())))
