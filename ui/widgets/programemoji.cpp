#include "ui/widgets/programemoji.h"

#include <QFile>

// Outside of every namespace, as Q_INIT_RESOURCE demands.
static void loadResources()
{
    Q_INIT_RESOURCE(tincan);
}

namespace tincan {

const EmojiTable &programEmoji()
{
    static const EmojiTable table = [] {
        loadResources();
        QFile file(QStringLiteral(":/emoji/emoji.tsv"));
        return file.open(QIODevice::ReadOnly) ? EmojiTable::parse(file.readAll()) : EmojiTable();
    }();
    return table;
}

} // namespace tincan
