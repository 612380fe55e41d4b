#include "tests/fuzz/fuzzcheck.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

// Runs a fuzz target without libFuzzer, in every build: over each file of a folder, and over each beginning
// of each file, and over some thousand variants, the same each time.

namespace {

void replay(const QByteArray &input)
{
    for (qsizetype size = 0; size <= input.size(); ++size) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()), std::size_t(size));
    }
}

/// One change: a byte, a piece that goes or comes twice, or one out of another input.
void change(QByteArray &input, const QList<QByteArray> &inputs, QRandomGenerator &random)
{
    const qsizetype at = random.bounded(int(input.size()) + 1);
    const QByteArray &other = inputs.at(random.bounded(int(inputs.size())));
    const qsizetype start = random.bounded(int(other.size()) + 1);
    switch (random.bounded(5)) {
    case 0:
        input.insert(at, char(random.bounded(256)));
        break;
    case 1:
        input.remove(at, random.bounded(8));
        break;
    case 2:
        input.insert(at, input.mid(at, random.bounded(16)));
        break;
    case 3:
        input.insert(at, other.mid(start, random.bounded(16)));
        break;
    default:
        if (at < input.size())
            input[at] = char(random.bounded(256));
    }
}

/// The same changes in each run, so that a failure comes again.
void vary(const QList<QByteArray> &inputs)
{
    constexpr quint32 seed = 4040;
    constexpr int variants = 1000; // of each input
    QRandomGenerator random(seed);
    for (const QByteArray &input : inputs) {
        for (int i = 0; i < variants; ++i) {
            QByteArray varied = input;
            for (int changes = random.bounded(1, 6); changes > 0; --changes) {
                change(varied, inputs, random);
            }
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(varied.constData()),
                                   std::size_t(varied.size()));
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = argc > 1 ? folder.entryList(QDir::Files) : QStringList();
    QList<QByteArray> inputs;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
            return 1;
        }
        inputs.append(file.readAll());
        replay(inputs.constLast());
    }
    if (!inputs.isEmpty()) {
        vary(inputs);
    }
    std::printf("%d files\n", int(names.size()));
    return names.isEmpty() ? 1 : 0;
}
