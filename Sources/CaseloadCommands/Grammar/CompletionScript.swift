import CaseloadModel
import ScenarioFormat

/// Scripts with which shells complete command lines, generated from the table of commands.
enum CompletionScript: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script.
  var text: String {
    switch self {
    case .bash: CompletionScript.bashText
    case .zsh: CompletionScript.zshText
    case .fish: CompletionScript.fishText
    }
  }

  private static var commands: [String] { CommandTable.all.map(\.name) }
  private static var metrics: [String] { Metric.allCases.map(\.id) }
  private static var keys: [String] { keys(of: ParameterTable.parameters, path: "") }

  /// The keys that take a value; those inside lists have names of elements in their path, which only the
  /// scenario knows.
  private static func keys(of parameters: [Parameter], path: String) -> [String] {
    parameters.flatMap { parameter -> [String] in
      let full = path.isEmpty ? parameter.key : path + "." + parameter.key
      return switch parameter.shape {
      case .section(let children): keys(of: children, path: full)
      case .list: []
      default: [full]
      }
    }
  }

  /// The words that a value may be; `nil` for files, folders and what only the user knows.
  private static func words(_ kind: ValueKind) -> [String]? {
    switch kind {
    case .choice(let words): words
    case .metric: metrics
    case .key: keys.map { $0 + "=" }
    case .command: commands
    case .word, .file, .folder: nil
    }
  }

  // MARK: - bash

  private static var bashText: String {
    var text = """
      # bash completion of caseload; read it with: source <(caseload completion bash)
      _caseload() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local command=${COMP_WORDS[1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(commands.joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        case "$command $before" in

      """
    for command in CommandTable.all {
      for option in command.options where option.valueName != nil {
        let patterns = option.names.map { "\"\(command.name) \($0)\"" }.joined(separator: "|")
        text += "    \(patterns)) \(bashReply(option.kind)); return ;;\n"
      }
    }
    text += "  esac\n  case \"$command\" in\n"
    for command in CommandTable.all {
      let options = command.options.map(\.name) + ["--help"]
      text += """
            \(command.name))
              case "$word" in
                -*) COMPREPLY=($(compgen -W "\(options.joined(separator: " "))" -- "$word")); return ;;
              esac
              \(command.arguments.last.map { bashReply($0.kind) } ?? ":") ;;

        """
    }
    return text + """
        esac
      }
      complete -o nospace -F _caseload caseload

      """
  }

  private static func bashReply(_ kind: ValueKind) -> String {
    switch kind {
    case .file: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .folder: "COMPREPLY=($(compgen -d -- \"$word\"))"
    default:
      words(kind).map {
        "COMPREPLY=($(compgen -W \"\($0.joined(separator: " "))\" -- \"$word\"))"
      } ?? ":"
    }
  }

  // MARK: - zsh

  private static var zshText: String {
    var text = """
      #compdef caseload
      # zsh completion of caseload; put it in a folder of $fpath as _caseload
      _caseload() {
        local -a commands=(

      """
    for command in CommandTable.all {
      text += "    \(quoted(command.name + ":" + command.summary))\n"
    }
    text += """
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in

      """
    for command in CommandTable.all {
      text += "    \(command.name))\n      _arguments \\\n"
      for option in command.options {
        let value = option.valueName.map { ":\($0):" + zshAction(option.kind) } ?? ""
        for name in option.names {
          let mark = option.repeats ? "*" : ""
          text +=
            "        \(quoted("\(mark)\(name)[\(zshEscaped(option.summary))]\(value)")) \\\n"
        }
      }
      text += "        '--help[Shows this help.]'"
      for argument in command.arguments {
        let place = argument.count.upperBound > 1 ? "*" : ""
        text += " \\\n        \(quoted("\(place):\(argument.name):\(zshAction(argument.kind))"))"
      }
      text += " ;;\n"
    }
    return text + """
        esac
      }
      if [ "$funcstack[1]" = "_caseload" ]; then _caseload "$@"; else compdef _caseload caseload; fi

      """
  }

  private static func zshAction(_ kind: ValueKind) -> String {
    switch kind {
    case .file: "_files"
    case .folder: "_files -/"
    case .key: "(" + (words(kind) ?? []).map { $0 }.joined(separator: " ") + ")"
    default: words(kind).map { "(" + $0.joined(separator: " ") + ")" } ?? ""
    }
  }

  /// The text without what ends an explanation in brackets.
  private static func zshEscaped(_ text: String) -> String {
    text.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: "\\:")
  }

  // MARK: - fish

  private static var fishText: String {
    var text = "# fish completion of caseload; read it with: caseload completion fish | source\n"
    text += "complete -c caseload -f\n"
    for command in CommandTable.all {
      text += "complete -c caseload -n __fish_use_subcommand -a \(command.name)"
      text += " -d \(quoted(command.summary))\n"
    }
    for command in CommandTable.all {
      let place = "complete -c caseload -n \(quoted("__fish_seen_subcommand_from \(command.name)"))"
      for option in command.options {
        let short = option.short.map { " -s \($0.dropFirst())" } ?? ""
        text += "\(place)\(short) -l \(option.name.dropFirst(2))"
        if option.valueName != nil { text += " -r" + fishValue(option.kind) }
        text += " -d \(quoted(option.summary))\n"
      }
      for argument in command.arguments { text += place + fishValue(argument.kind) + "\n" }
    }
    return text
  }

  private static func fishValue(_ kind: ValueKind) -> String {
    switch kind {
    case .file: " -F"
    case .folder: " -a '(__fish_complete_directories)'"
    default: words(kind).map { " -a " + quoted($0.joined(separator: " ")) } ?? ""
    }
  }

  /// The text as one word of a shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
