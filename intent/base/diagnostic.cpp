#include "intent/base/diagnostic.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace colo {

namespace {

Diagnostic& put(std::vector<Diagnostic>& all, Severity severity, std::string code, SourceRange at,
                std::string summary) {
    Diagnostic made;
    made.severity = severity;
    made.code = std::move(code);
    made.at = at;
    made.summary = std::move(summary);
    all.push_back(std::move(made));
    return all.back();
}

int count_of(const std::vector<Diagnostic>& all, Severity severity) {
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace

Diagnostic& Diagnostics::error(std::string code, SourceRange at, std::string summary) {
    return put(all_, Severity::error, std::move(code), at, std::move(summary));
}

Diagnostic& Diagnostics::warning(std::string code, SourceRange at, std::string summary) {
    return put(all_, Severity::warning, std::move(code), at, std::move(summary));
}

int Diagnostics::errors() const { return count_of(all_, Severity::error); }
int Diagnostics::warnings() const { return count_of(all_, Severity::warning); }

void Diagnostics::append(const Diagnostics& other) {
    all_.insert(all_.end(), other.all_.begin(), other.all_.end());
}

void Diagnostics::sort(const Sources& sources) {
    const auto key = [&](const Diagnostic& d) {
        return std::tuple(!d.at.known(), d.at.known() ? sources.file(d.at.file).path : "",
                          d.at.line, d.at.column);
    };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
}

}  // namespace colo
