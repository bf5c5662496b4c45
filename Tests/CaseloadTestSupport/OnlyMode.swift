import CaseloadModel

extension ServiceNorm {
  /// All planned contacts go by one mode.
  public mutating func setOnly(_ mode: ContactModeKind) {
    (faceToFaceShare, phoneShare, videoShare, groupShare) = (0, 0, 0, 0)
    switch mode {
    case .faceToFace: faceToFaceShare = 1
    case .phone: phoneShare = 1
    case .video: videoShare = 1
    case .group: groupShare = 1
    // What no other mode takes.
    case .email: break
    }
  }
}
