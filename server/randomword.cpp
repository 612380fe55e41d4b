#include "server/randomword.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <vector>

namespace tincan {

QString randomWord(int bytes)
{
    std::vector<quint32> words(std::size_t(bytes) / sizeof(quint32));
    QRandomGenerator::system()->generate(words.begin(), words.end());
    const QByteArray raw(reinterpret_cast<const char *>(words.data()), bytes);
    return QString::fromLatin1(raw.toHex());
}

} // namespace tincan
