import CaseloadCommands

CommandLineTool.main()
