#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace tincan {

/// Strict UTF-8 (RFC 3629): nothing for overlong forms, surrogates, cut-off or impossible sequences.
/// A byte order mark is text like any other.
std::optional<QString> decodeUtf8(QByteArrayView bytes);

/// Text from a peer made safe to show: NFC; CR LF becomes LF, and so do the line and paragraph separators;
/// every other control character but TAB and LF goes, and so do the bidirectional embeddings, overrides and
/// isolates, with which text can be shown in another order than it is read. Lone surrogates become U+FFFD; of
/// a run of combining marks 30 stay.
QString sanitizeText(const QString &text);

/// The same for one line, such as a topic: LF and TAB become spaces, white space is trimmed and folded.
QString sanitizeLine(const QString &text);

/// Whether nothing of a sanitised text can be seen: only white space and invisible characters.
bool isBlank(const QString &text);

/// Unicode code points, the unit of all limits on names.
qsizetype codePoints(QStringView text);

/// Whether that is more than so many bytes of UTF-8; a text that is short anyway is not counted out.
bool exceeds(const QString &text, qsizetype bytes);

/// The first `count` code points at most.
QString truncated(const QString &text, qsizetype count);

} // namespace tincan
