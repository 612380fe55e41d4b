#include "tests/fuzz/fuzzcheck.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

// Runs a fuzz target without libFuzzer, in every build: over each file of a folder, and over each beginning
// of each file.

namespace {

void replay(const QByteArray &input)
{
    for (qsizetype size = 0; size <= input.size(); ++size) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()), std::size_t(size));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = argc > 1 ? folder.entryList(QDir::Files) : QStringList();
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
            return 1;
        }
        replay(file.readAll());
    }
    std::printf("%d files\n", int(names.size()));
    return names.isEmpty() ? 1 : 0;
}
