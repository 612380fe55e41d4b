#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace tincan {

/// Strict UTF-8 (RFC 3629): nothing for overlong forms, surrogates, cut-off or impossible sequences.
/// A byte order mark is text like any other.
std::optional<QString> decodeUtf8(QByteArrayView bytes);

/// Text from a peer made safe to show: NFC; CR LF becomes LF; every other control character but TAB and LF goes, and so
/// do the bidirectional embeddings, overrides and isolates, with which text can be shown in another order than it is read.
QString sanitizeText(const QString &text);

/// The same for one line, such as a topic: LF and TAB become spaces, white space is trimmed and folded.
QString sanitizeLine(const QString &text);

} // namespace tincan
