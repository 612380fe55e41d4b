#include "ui/widgets/reactionmenu.h"

using namespace Qt::StringLiterals;

namespace tincan {

ReactionMenu::ReactionMenu(QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("React"));
    const QList<std::pair<QString, QString>> reactions = {
        {u"👍"_s, tr("&Thumbs up")}, {u"❤️"_s, tr("&Heart")}, {u"😂"_s, tr("&Laughing")},
        {u"🎉"_s, tr("&Party")},     {u"😮"_s, tr("&Wow")},        {u"😢"_s, tr("&Sad")},
    };
    for (const auto &[emoji, name] : reactions) {
        //: %1: an emoji, %2: what it is called
        addAction(tr("%1  %2").arg(emoji, name), this, [this, emoji = emoji] { Q_EMIT picked(emoji); });
    }
    addSeparator();
    addAction(tr("&More…"), this, &ReactionMenu::moreRequested);
}

} // namespace tincan
