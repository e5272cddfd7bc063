using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Contracts;
using ChannelModel.Fuzz;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Contracts that are written are read back as the same contracts, member for member.</summary>
public sealed class ContractBookJsonLaws
{
    [Fact]
    public void Contracts_read_back_member_for_member()
    {
        using JsonDocument schema = JsonDocument.Parse(ContractBookJson.Schema());
        Gen.Int[0, 10_000_000].Array[1, 4].Sample(
            seeds =>
            {
                var book = ContractBook.Of(seeds.Select((seed, i) => RandomContracts.Contract(seed, $"contract {i}")));
                string json = ContractBookJson.Write(book);
                JsonReadResult<ContractBook> read = ContractBookJson.Read(Encoding.UTF8.GetBytes(json));
                read.Errors.Should().BeEmpty(json);
                Same.Differences(book, read.Value).Should().BeEmpty(json);
                ContractBookJson.Write(read.Value).Should().Be(json);
                using JsonDocument document = JsonDocument.Parse(json);
                SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
            },
            iter: Math.Max(200, Laws.Iterations / 2));
    }

    [Fact]
    public void No_change_of_a_byte_throws_and_what_is_read_is_written_again()
    {
        byte[] good = Encoding.UTF8.GetBytes(ContractBookJson.Write(ContractBook.Of(RandomContracts.Contract(11))));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                byte[] bytes = (byte[])good.Clone();
                bytes[at] = value;
                JsonReadResult<ContractBook> read = ContractBookJson.Read(bytes);
                read.Succeeded.Should().Be(read.Errors.Count == 0);
                if (read.Succeeded)
                {
                    IReadOnlyList<string> differences = Same.Differences(read.Value, ContractBookJson.Read(Encoding.UTF8.GetBytes(ContractBookJson.Write(read.Value))).Value);
                    differences.Should().BeEmpty();
                }
            },
            iter: Laws.Iterations);
    }
}
