#include "tests/bench/serverprocess.h"

#include "tests/bench/cores.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace tincan::bench {

namespace {

[[noreturn]] void execute(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    takeServersCore();
    execv(arguments[0], arguments.data());
    std::perror(arguments[0]);
    _exit(127);
}

int readPort(int descriptor)
{
    FILE *output = fdopen(descriptor, "r");
    char line[256];
    while (std::fgets(line, sizeof line, output)) {
        const std::string text(line);
        if (text.rfind("listening on ", 0) == 0)
            return std::atoi(text.c_str() + text.rfind(':') + 1);
    }
    return 0;
}

} // namespace

ServerProcess::ServerProcess(const std::vector<std::string> &command)
{
    int ends[2];
    if (pipe(ends) != 0)
        return;
    m_pid = fork();
    if (m_pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execute(command);
    }
    close(ends[1]);
    m_port = readPort(ends[0]);
}

ServerProcess::ServerProcess(const std::vector<std::string> &command, int port) : m_port(port)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_pid = fork();
    if (m_pid == 0) {
        dup2(ends[0], STDIN_FILENO);
        execute(command);
    }
    close(ends[0]);
    m_input = ends[1];
}

ServerProcess::~ServerProcess()
{
    if (m_input >= 0)
        close(m_input);
    if (m_pid <= 0)
        return;
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

std::int64_t ServerProcess::cpuNanoseconds() const
{
    std::int64_t total = 0;
    const std::filesystem::path tasks = "/proc/" + std::to_string(m_pid) + "/task";
    for (const auto &task : std::filesystem::directory_iterator(tasks)) {
        std::ifstream file(task.path() / "schedstat");
        std::int64_t onCpu = 0;
        file >> onCpu;
        total += onCpu;
    }
    return total;
}

std::int64_t ServerProcess::memoryKilobytes() const
{
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/smaps_rollup");
    std::string word;
    std::int64_t kilobytes = 0;
    while (file >> word) {
        if (word == "Anonymous:" && file >> kilobytes)
            break;
    }
    return kilobytes;
}

} // namespace tincan::bench
