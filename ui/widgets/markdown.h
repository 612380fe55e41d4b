#pragma once

#include "ui/widgets/richtext.h"

namespace tincan {

/// A message's text in the light markdown of a chat: bold, italic, strike, `code`, fenced code, lists,
/// quotes, links and bare addresses; headings, images, tables and HTML stay as typed. A text that is too long
/// (over 64 KiB) or too deeply nested stays as typed altogether, with its addresses as links.
RichText richTextOf(const QString &typed);

/// The text as it is, in one paragraph, with its addresses as links.
RichText plainRichText(const QString &text);

} // namespace tincan
