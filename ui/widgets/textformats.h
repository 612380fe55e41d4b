#pragma once

#include "ui/widgets/conversationstyle.h"
#include "ui/widgets/messagecontent.h"

#include <QTextLayout>

namespace tincan {

/// How the parts of a message's text look: colours, the styles of its markdown, links, and my name in bold.
QList<QTextLayout::FormatRange> textFormats(const MessageContent &content, const RichText &rich,
                                            const ConversationStyle &style);

} // namespace tincan
